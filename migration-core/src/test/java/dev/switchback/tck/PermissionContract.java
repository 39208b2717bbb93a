package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.error.ErrorCode;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.health.HealthStatus;
import dev.switchback.api.health.MigrationHealth;
import dev.switchback.api.model.Target;
import dev.switchback.core.port.EngineProvider;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Somebody connects who may do less than the owner: reading needs SELECT on the history and says so, and what cannot be
 * recorded is refused before the first migration, with the GRANT to run. With every engine, where there are users.
 */
public abstract class PermissionContract extends WorkflowContract {

    private static final String PASSWORD = "guest-Pa55word";

    final String guest = "guest" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on, one with users
     */
    protected PermissionContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    @BeforeEach
    final void createGuest() throws SQLException {
        administer(
                switch (product().kind()) {
                    case POSTGRESQL -> "CREATE ROLE " + guest + " LOGIN PASSWORD '" + PASSWORD + "'";
                    case MARIADB, MYSQL -> "CREATE USER " + name() + " IDENTIFIED BY '" + PASSWORD + "'";
                    default -> "CREATE USER " + guest + " PASSWORD '" + PASSWORD + "'";
                });
    }

    @AfterEach
    final void dropGuest() throws SQLException {
        if (product().kind() == DatabaseKind.POSTGRESQL) {
            administer("DROP OWNED BY " + guest, "DROP ROLE " + guest);
        } else {
            administer("DROP USER " + name());
        }
    }

    private boolean isMariadb() {
        return product().kind() == DatabaseKind.MARIADB || product().kind() == DatabaseKind.MYSQL;
    }

    /** The guest as he stands in a GRANT. */
    private String name() {
        return isMariadb() ? "'" + guest + "'@'%'" : guest;
    }

    void administer(String... statements) throws SQLException {
        try (Connection connection = database().administer();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Rights on every table that is there now. */
    private void grant(String rights) throws SQLException {
        administer(exactTables().stream()
                .map(table -> "GRANT " + rights + " ON " + table + " TO " + name())
                .toArray(String[]::new));
    }

    /** The tables as the catalog spells them: on MariaDB upper and lower case are not the same. */
    private List<String> exactTables() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = database().connection()) {
            DatabaseMetaData meta = connection.getMetaData();
            String quote = meta.getIdentifierQuoteString();
            String[] types = {"TABLE", "BASE TABLE", "VIEW"};
            try (ResultSet rows = meta.getTables(connection.getCatalog(), connection.getSchema(), "%", types)) {
                while (rows.next()) {
                    names.add(quote + rows.getString("TABLE_NAME") + quote);
                }
            }
        }
        return names;
    }

    /** What a person who may not create anything needs besides. */
    private void grantToUseTheDatabase() throws SQLException {
        if (isMariadb()) {
            // that he may look for tables which are not there
            administer("GRANT SELECT ON " + databaseName() + ".* TO " + name());
        }
    }

    private String databaseName() throws SQLException {
        return database().column("SELECT DATABASE()").get(0);
    }

    private Switchback.Builder configureAsGuest() {
        // only an administrator may set how long H2 keeps a database open
        return configureWithoutDatabase()
                .databaseUrl(database().url().replace(";DB_CLOSE_DELAY=-1", ""))
                .set(ConfigKey.USERNAME, product().kind() == DatabaseKind.H2 ? guest.toUpperCase(Locale.ROOT) : guest)
                .set(ConfigKey.PASSWORD, PASSWORD);
    }

    MigrationManager openAsGuest() {
        return configureAsGuest().open();
    }

    void assertRefused(ThrowingCallable command, String... grant) {
        assertThatExceptionOfType(DatabaseAccessException.class)
                .isThrownBy(command)
                .satisfies(e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE);
                    assertThat(e.databaseState()).isEqualTo(DatabaseState.UNCHANGED);
                    assertThat(e.nextStep()).containsIgnoringCase("GRANT ");
                    assertThat(e.nextStep().toLowerCase(Locale.ROOT))
                            .contains(guest)
                            .contains(grant);
                });
    }

    private String historyTable() {
        return provider().info().historyTable().toLowerCase(Locale.ROOT);
    }

    @Test
    void aHistoryThatCannotBeReadIsNoEmptyHistory() throws SQLException {
        applied(Scenario.linear());
        String before = database().snapshot();
        try (MigrationManager manager = openAsGuestOfTheDatabase()) {
            assertRefused(manager::status, "select on", historyTable());
            assertRefused(manager::history, "select on", historyTable());
            assertRefused(manager::check, "select on", historyTable());
            assertRefused(manager::upgrade, "select on", historyTable());
            assertThat(MigrationHealth.of(manager).check().status()).isEqualTo(HealthStatus.UNREACHABLE);
        }
        assertThat(database().snapshot()).isEqualTo(before);
    }

    /** On MariaDB nobody can connect to a database in which he has no right at all. */
    private MigrationManager openAsGuestOfTheDatabase() throws SQLException {
        if (isMariadb()) {
            administer("GRANT SELECT ON " + databaseName() + ".t1 TO " + name());
        }
        return openAsGuest();
    }

    @Test
    void readingNeedsOnlyToSelectAndSoDoesAnUpgradeWithNothingToDo() throws SQLException {
        applied(Scenario.linear());
        grant("SELECT");
        try (MigrationManager manager = openAsGuest()) {
            assertThat(manager.status().current()).hasToString("Optional[3]");
            assertThat(manager.check().ok()).isTrue();
            assertThat(manager.upgrade().changedAnything()).isFalse();
            assertThat(manager.autoUpgrade().upgraded()).isFalse();
        }
    }

    @Test
    void aRunThatCouldNotBeRecordedIsRefusedBeforeItsFirstMigration() throws SQLException {
        applied(Scenario.linear());
        grant("SELECT");
        files().write(Scenario.linear(4).before());
        String before = database().snapshot();
        try (MigrationManager manager = openAsGuest()) {
            assertRefused(manager::upgrade, "insert", "on", historyTable());
            assertRefused(() -> manager.downgrade(Target.parse("-1")), historyTable());
            assertRefused(() -> manager.stamp(Target.parse("2")), historyTable());
        }
        assertThat(events())
                .filteredOn(MigrationEvent.MigrationStarted.class::isInstance)
                .hasSize(3);
        assertThat(database().snapshot()).isEqualTo(before);
    }

    @Test
    void whoMayNotCreateTablesIsToldSoBeforeTheFirstMigration() throws SQLException {
        files().write(Scenario.linear().before());
        database().execute("CREATE TABLE other (id INTEGER PRIMARY KEY)");
        grant("SELECT");
        grantToUseTheDatabase();
        try (MigrationManager manager =
                configureAsGuest().set(ConfigKey.ALLOW_NON_EMPTY, "true").open()) {
            assertRefused(manager::upgrade, product().kind() == DatabaseKind.H2 ? "alter any schema" : "create on");
        }
        assertThat(database().tables()).containsExactly("other");
        assertThat(events()).noneMatch(MigrationEvent.MigrationStarted.class::isInstance);
    }

    @Test
    void aMigrationThatNeedsMoreThanTheUserHasFailsAndSaysWhatToGrant() throws SQLException {
        applied(Scenario.linear());
        grant("SELECT, INSERT, UPDATE, DELETE");
        files().put("V4__rows.sql", "INSERT INTO t1 (id, name) VALUES (4, 'four');\n")
                .put("V5__table.sql", "CREATE TABLE t5 (id INTEGER PRIMARY KEY);\n");
        try (MigrationManager manager = openAsGuest()) {
            MigrationFailedException error = catchThrowableOfType(MigrationFailedException.class, manager::upgrade);

            assertThat(error.code()).isEqualTo(ErrorCode.FAILED_CLEAN);
            assertThat(error.script()).isEqualTo("V5__table.sql");
            assertThat(error.completed().executed()).hasSize(1);
            assertThat(error.nextStep()).contains("grant this user").contains("run the same command again");
            assertThat(manager.history()).hasSize(4);
            assertThat(manager.check().problems()).isEmpty();
        }
    }

    @Test
    void aMemberOfTheOwnerMigratesAsTheOwnerDoes() throws SQLException {
        applied(Scenario.linear());
        administer(
                switch (product().kind()) {
                    case POSTGRESQL -> "GRANT " + database().user() + " TO " + guest;
                    case MARIADB, MYSQL -> "GRANT ALL ON " + databaseName() + ".* TO " + name();
                    default -> "ALTER USER " + guest + " ADMIN TRUE";
                });
        files().write(Scenario.linear(4).before());
        try (MigrationManager manager = openAsGuest()) {
            assertThat(manager.upgrade().executed()).hasSize(1);
            assertThat(manager.downgrade(Target.parse("2")).executed()).hasSize(2);
        }
    }
}
