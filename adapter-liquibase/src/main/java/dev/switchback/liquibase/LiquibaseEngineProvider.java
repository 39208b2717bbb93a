package dev.switchback.liquibase;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.model.EngineCapability;
import dev.switchback.api.model.EngineInfo;
import dev.switchback.core.port.Engine;
import dev.switchback.core.port.EngineContext;
import dev.switchback.core.port.EngineProvider;
import dev.switchback.core.port.MigrationExporter;
import dev.switchback.core.port.NativeFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How Liquibase is found. Loads no class of it; thread-safe. */
public final class LiquibaseEngineProvider implements EngineProvider {

    static final String HISTORY_TABLE = "DATABASECHANGELOG";

    /** Creates the provider; does no work. Called by {@link java.util.ServiceLoader}. */
    public LiquibaseEngineProvider() {}

    @Override
    public String id() {
        return "liquibase";
    }

    @Override
    public EngineInfo info() {
        return new EngineInfo(
                id(),
                "Liquibase",
                LiquibaseVersion.find(),
                HISTORY_TABLE,
                Set.of(
                        EngineCapability.TAGS,
                        EngineCapability.LOCK,
                        EngineCapability.COMMANDS,
                        EngineCapability.EXPORT));
    }

    @Override
    public Engine open(EngineContext context) {
        return new LiquibaseEngine(context);
    }

    @Override
    public Optional<MigrationExporter> exporter(EngineContext context) {
        return Optional.of(new LiquibaseMigrationExporter(context));
    }

    @Override
    public Optional<NativeFormat> nativeFormat(DatabaseKind database, List<String> allowedChanges) {
        return Optional.of(new LiquibaseNativeFormat(database, AllowedChanges.of(allowedChanges)));
    }
}
