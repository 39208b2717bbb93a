package dev.switchback.tck.fake;

import dev.switchback.api.model.EngineInfo;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.port.Engine;
import dev.switchback.core.port.EngineContext;
import dev.switchback.core.port.EngineProvider;
import java.sql.SQLException;
import java.util.Set;

/** The fake engine with the mistake that engines make: it commits a script before it records it. */
public final class HastyEngineProvider implements EngineProvider {

    /** Does no work. */
    public HastyEngineProvider() {}

    @Override
    public String id() {
        return info().id();
    }

    @Override
    public EngineInfo info() {
        return new EngineInfo("hasty", "Hasty", "1", FakeEngineProvider.TABLE, Set.of());
    }

    @Override
    public Engine open(EngineContext context) {
        FakeTable table = FakeTable.of(context);
        return new FakeEngine(
                new FakeStore(table), connection -> new FakeSession(connection, table, context.database()) {
                    @Override
                    void record(MigrationStep step) throws SQLException {
                        connection().commit();
                        super.record(step);
                    }
                });
    }
}
