package dev.switchback.tck;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.model.Target;
import dev.switchback.core.port.EngineProvider;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What PostgreSQL has besides: a user for whom there is no schema. */
public abstract class PostgresqlPermissionContract extends PermissionContract {

    /**
     * For the classes that name an engine.
     *
     * @param provider the engine
     */
    protected PostgresqlPermissionContract(EngineProvider provider) {
        super(provider, new PostgresqlDatabase());
    }

    /** As on a server where the rights of everybody on the schema were taken away, or with an empty search path. */
    @Test
    void aUserWithoutASchemaIsToldWhatToGrant() throws SQLException {
        files().write(Scenario.linear().before());
        administer("ALTER ROLE " + guest + " SET search_path = ''");
        try (MigrationManager manager = openAsGuest()) {
            assertRefused(manager::status, "usage, create on schema");
            assertRefused(manager::check, "usage, create on schema");
            assertRefused(manager::upgrade, "usage, create on schema");
            assertRefused(() -> manager.stamp(Target.head()), "usage, create on schema");
        }
    }
}
