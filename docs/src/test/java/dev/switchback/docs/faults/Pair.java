package dev.switchback.docs.faults;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.core.port.EngineProvider;
import dev.switchback.flyway.FlywayEngineProvider;
import dev.switchback.liquibase.LiquibaseEngineProvider;
import dev.switchback.tck.DatabaseAbility;
import dev.switchback.tck.H2Database;
import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.SqliteDatabase;
import dev.switchback.tck.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An engine on a database.
 *
 * @param engine the engine
 * @param product the database
 */
record Pair(EngineProvider engine, TestDatabase product) {

    /** Both engines on all databases. */
    static List<Pair> all() {
        List<TestDatabase> products = List.of(
                new SqliteDatabase(), H2Database.closedInBetween(), new PostgresqlDatabase(), new MariadbDatabase());
        return products.stream()
                .flatMap(product -> Stream.of(new FlywayEngineProvider(), new LiquibaseEngineProvider())
                        .map(engine -> new Pair(engine, product)))
                .toList();
    }

    /** The engine's id. */
    String engineId() {
        return engine.info().id();
    }

    /** Whether a failed migration leaves nothing behind. */
    boolean rollsBackDdl() {
        return product.can(DatabaseAbility.TRANSACTIONAL_DDL);
    }

    /**
     * Opens a manager on the folder {@code migrations} in a project.
     *
     * @param project the project's folder
     * @param url the database
     * @return the manager, to be closed by the caller
     */
    MigrationManager open(Path project, String url) {
        return Switchback.configure()
                .baseDir(project)
                .dirs("migrations")
                .engine(engineId())
                .databaseUrl(url)
                .set(ConfigKey.POOL, "false")
                // far longer than a dead process may keep a lock
                .set(ConfigKey.LOCK_TIMEOUT, "20s")
                .open();
    }

    @Override
    public String toString() {
        return engineId() + " on " + product.name();
    }
}
