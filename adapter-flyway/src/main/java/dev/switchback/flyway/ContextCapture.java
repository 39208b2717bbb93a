package dev.switchback.flyway;

import java.io.Serial;
import java.util.Collection;
import org.flywaydb.core.api.resolver.MigrationResolver;
import org.flywaydb.core.api.resolver.ResolvedMigration;

/**
 * Takes Flyway's parser and executor out of it: a resolver is handed both through public fields. It then stops the
 * command, before Flyway reads the history or anything else; what was handed over works on without it.
 */
final class ContextCapture implements MigrationResolver {

    @Override
    public Collection<ResolvedMigration> resolveMigrations(Context context) {
        throw new Captured(context);
    }

    /** Thrown through Flyway to the one who asked. */
    static final class Captured extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Context context;

        Captured(Context context) {
            super("captured", null, false, false);
            this.context = context;
        }

        Context context() {
            return context;
        }
    }
}
