package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.Finding;
import dev.switchback.api.model.Target;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.port.EngineProvider;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The settings {@code schema} and {@code history-table}, with every engine. */
public abstract class SchemaContract extends WorkflowContract {

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on
     */
    protected SchemaContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    @Test
    void theHistoryTableHasTheNameThatIsAskedFor() throws SQLException {
        files().write(Scenario.linear().before());
        try (MigrationManager manager =
                configure().set(ConfigKey.HISTORY_TABLE, "my_history").open()) {
            manager.upgrade();
            manager.downgrade(Target.parse("-1"));
            assertThat(history(manager))
                    .containsExactly(
                            "1 V1 'create t1' V1__create_t1.sql APPLIED", "2 V2 'create t2' V2__create_t2.sql APPLIED");
            assertThat(manager.status().historyTable()).isEqualTo("my_history");
            assertThat(manager.doctor())
                    .filteredOn(finding -> finding.topic().equals("engine"))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.message()).endsWith("history in my_history"));
        }
        assertThat(database().tables())
                .contains("my_history")
                .noneMatch(table -> table.equalsIgnoreCase(provider().info().historyTable()));
    }

    @Test
    void aSchemaIsMigratedWhereThereAreSchemasAndRefusedElsewhere() throws SQLException {
        files().write(Scenario.linear().before());
        if (!product().can(DatabaseAbility.SCHEMAS)) {
            assertThatExceptionOfType(SwitchbackException.class)
                    .isThrownBy(() -> {
                        try (MigrationManager manager =
                                configure().set(ConfigKey.SCHEMA, "APP").open()) {
                            manager.upgrade();
                        }
                    })
                    .withMessageContaining("schema");
            assertUntouched();
            return;
        }
        String schema = database().createSchema();
        try (MigrationManager manager =
                configure().set(ConfigKey.SCHEMA, schema).open()) {
            manager.upgrade();
            manager.downgrade(Target.parse("-1"));
            assertThat(history(manager)).hasSize(2);
            assertThat(manager.check().problems()).isEmpty();
        }
        assertThat(database().column("SELECT name FROM " + schema + ".t1")).containsExactly("one; of t1");
        assertThat(
                        database()
                                .column(
                                        "SELECT DISTINCT TABLE_SCHEMA FROM INFORMATION_SCHEMA.TABLES"
                                                + " WHERE LOWER(TABLE_SCHEMA) NOT IN ('information_schema', 'pg_catalog', 'performance_schema')"))
                .containsExactly(schema);
        try (MigrationManager manager = open()) {
            assertThat(manager.history())
                    .as("the default schema has a history of its own")
                    .isEmpty();
        }
    }

    /** A name with a mistake in it would get a database of its own, beside the one that is meant. */
    @Test
    void aSchemaThatIsNotThereIsNeitherTakenForEmptyNorMade() throws SQLException {
        if (!product().can(DatabaseAbility.SCHEMAS)) {
            return;
        }
        files().write(Scenario.linear().before());
        database().execute("CREATE TABLE beside (id INTEGER)");
        String before = database().snapshot();
        try (MigrationManager manager =
                configure().set(ConfigKey.SCHEMA, "appp").open()) {
            List<ThrowingCallable> commands = List.of(
                    manager::status,
                    manager::check,
                    () -> manager.plan(Direction.UP, Target.head()),
                    manager::upgrade,
                    manager::autoUpgrade,
                    () -> manager.downgrade(Target.base()),
                    () -> manager.stamp(Target.head()));
            for (ThrowingCallable command : commands) {
                assertThatExceptionOfType(DatabaseAccessException.class)
                        .isThrownBy(command)
                        .withMessageContaining("appp")
                        .satisfies(e -> assertThat(e.databaseState()).isEqualTo(DatabaseState.UNCHANGED))
                        .satisfies(e -> assertThat(e.nextStep())
                                // of a database that he may not see, a user hears no more there
                                .contains(
                                        Dialect.of(product().kind()) == Dialect.MARIADB
                                                ? "grant it to this user"
                                                : "schema"));
            }
            assertThat(manager.doctor())
                    .filteredOn(finding -> finding.level() == Finding.Level.PROBLEM)
                    .extracting(Finding::message)
                    .anySatisfy(message -> assertThat(message).contains("appp"));
        }
        assertThat(database().snapshot()).isEqualTo(before);
        assertThat(database().column("SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA"))
                .doesNotContain("appp");
    }
}
