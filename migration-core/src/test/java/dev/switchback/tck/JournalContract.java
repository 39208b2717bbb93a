package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.error.HistoryMismatchException;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.model.RepairAction;
import dev.switchback.api.model.Target;
import dev.switchback.core.port.EngineProvider;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The journal as a table that outlives the version that wrote it, and scripts that go elsewhere, with every engine. */
public abstract class JournalContract extends WorkflowContract {

    private static final String OFF = "-- switchback: transaction=off\n";

    /** The layout of the first release: never edited, only followed by another one. */
    private static final String LAYOUT_1 = "CREATE TABLE switchback_journal (history VARCHAR(255) NOT NULL,"
            + " script VARCHAR(255) NOT NULL, kind VARCHAR(20) NOT NULL, version VARCHAR(50),"
            + " description VARCHAR(255) NOT NULL, direction VARCHAR(4) NOT NULL, done INTEGER NOT NULL,"
            + " done_hash VARCHAR(64) NOT NULL, begun INTEGER, marks VARCHAR(8000), host VARCHAR(255) NOT NULL,"
            + " pid BIGINT NOT NULL, started_at VARCHAR(40) NOT NULL, PRIMARY KEY (history, script))";

    /** The layout before the first release. */
    private static final String LAYOUT_0 = "CREATE TABLE switchback_journal (script VARCHAR(255) NOT NULL PRIMARY KEY,"
            + " kind VARCHAR(20) NOT NULL, version VARCHAR(50), description VARCHAR(255) NOT NULL,"
            + " direction VARCHAR(4) NOT NULL, done INTEGER NOT NULL, done_hash VARCHAR(64) NOT NULL,"
            + " host VARCHAR(255) NOT NULL, pid BIGINT NOT NULL, started_at VARCHAR(40) NOT NULL)";

    /** SHA-256 over {@code CREATE TABLE g (id INTEGER)}, a zero byte, {@code INSERT INTO g (id) VALUES (1)} and one more. */
    private static final String HASH_OF_TWO = "ee652a13f2c306a5218b05204db604c090273653aaca6055b6b76bcee1073711";

    private static final String SCRIPT = OFF + """
            CREATE TABLE g (id INTEGER);
            INSERT INTO g (id) VALUES (1); -- a comment of the file, not of a statement
            INSERT INTO g (id) VALUES (2);
            """;

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on
     */
    protected JournalContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    /** What another version left: two statements of version 2 are done. */
    private void left(String layout, String columns, String values) throws SQLException {
        applied(Scenario.linear(1));
        files().put("V2__left.sql", SCRIPT);
        if (database().tables().contains("switchback_journal")) {
            database().execute("DROP TABLE switchback_journal");
        }
        database().execute(layout);
        database().execute("CREATE TABLE g (id INTEGER)");
        database().execute("INSERT INTO g (id) VALUES (1)");
        database()
                .execute("INSERT INTO switchback_journal (script, kind, version, description, direction, done,"
                        + " done_hash, host, pid, started_at" + columns
                        + ") VALUES ('V2__left.sql', 'VERSIONED', '2', 'left',"
                        + " 'UP', 2, '" + HASH_OF_TWO + "', 'app-1', 4711, '2026-11-23T07:15:00Z'" + values + ")");
    }

    /** By which the entries of several histories in one schema are told apart. */
    private String history() {
        return provider().info().historyTable().toLowerCase(Locale.ROOT);
    }

    private void resumes(RepairAction action) throws SQLException {
        try (MigrationManager manager = open()) {
            assertThat(manager.repair(action).remaining()).isEmpty();
            assertThat(manager.check().ok()).isTrue();
            assertThat(history(manager)).last().isEqualTo("2 V2 'left' V2__left.sql APPLIED");
        }
        assertThat(database().column("SELECT id FROM g ORDER BY id")).containsExactly("1", "2");
        assertThat(database().column("SELECT script FROM switchback_journal")).isEmpty();
    }

    @Test
    void anEntryOfTheFirstLayoutIsRead() throws SQLException {
        left(LAYOUT_1, ", history, begun, marks", ", '" + history() + "', NULL, '31b102bb1ef27e9d'");
        try (MigrationManager manager = open()) {
            assertThat(manager.status().problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.message())
                            .isEqualTo("V2__left.sql failed half-way: 2 of 3 statements ARE applied"));
        }
        resumes(new RepairAction.Resume("2"));
    }

    @Test
    void aStatementBegunOfTheFirstLayoutIsRead() throws SQLException {
        left(LAYOUT_1, ", history, begun, marks", ", '" + history() + "', 3, '31b102bb1ef27e9d1c988e39'");
        try (MigrationManager manager = open()) {
            HistoryMismatchException refused = catchThrowableOfType(
                    HistoryMismatchException.class, () -> manager.repair(new RepairAction.Resume("2")));
            assertThat(refused.problems().get(0).message())
                    .isEqualTo("V2__left.sql stopped half-way: 2 of 3 statements ARE applied; statement 3 (line 4:"
                            + " INSERT INTO g (id) VALUES (2)) was begun and is not known to have ended");
            assertThat(refused.nextStep())
                    .contains("process 4711 on app-1, since 2026-11-23T07:15:00Z", "--resume 2 --from 4", "--from 3");
        }
        resumes(new RepairAction.Resume("2", OptionalInt.of(3)));
    }

    @Test
    void theEntriesOfAnotherHistoryAreLeftAlone() throws SQLException {
        left(LAYOUT_1, ", history", ", 'history_of_another_module'");
        database().execute("DROP TABLE g");
        try (MigrationManager manager = open()) {
            assertThat(manager.check().problems()).isEmpty();
            assertThat(labels(manager.upgrade())).containsExactly("2");
            assertThat(manager.check().ok()).isTrue();
        }
        assertThat(database().column("SELECT done FROM switchback_journal")).containsExactly("2");
    }

    @Test
    void anEntryOfBeforeTheFirstReleaseLeavesAStatementInDoubt() throws SQLException {
        left(LAYOUT_0, "", "");
        try (MigrationManager manager = open()) {
            assertThat(catchThrowableOfType(
                            HistoryMismatchException.class, () -> manager.repair(new RepairAction.Resume("2"))))
                    .hasMessageContaining("statement 3 was begun and is not known to have ended");
        }
        resumes(new RepairAction.Resume("2", OptionalInt.of(3)));
    }

    @Test
    void aTableOfBeforeTheFirstReleaseIsBroughtUpToDate() throws SQLException {
        database().execute(LAYOUT_0);
        files().put("V1__begin.sql", OFF + "CREATE TABLE g (id INTEGER);\nDROP TABLE not_there;\n");
        try (MigrationManager manager =
                configure().set(ConfigKey.ALLOW_NON_EMPTY, "true").open()) {
            assertThat(catchThrowableOfType(MigrationFailedException.class, manager::upgrade)
                            .statement()
                            .applied())
                    .isEqualTo(1);
        }
        assertThat(database().column("SELECT marks FROM switchback_journal WHERE begun IS NULL"))
                .singleElement()
                .asString()
                .hasSize(8);
    }

    @Test
    void whatAKilledRunForgotToRemoveIsNoFailure() throws SQLException {
        applied(Scenario.linear());
        files().put("V4__make_a_journal.sql", OFF + "CREATE TABLE t4 (id INTEGER);\n");
        files().put("U4__make_a_journal.sql", "DROP TABLE t4;\n");
        files().put("U3__create_t3.sql", "DELETE FROM t3;\n");
        files().put("U2__create_t2.sql", "DELETE FROM t2;\n");
        try (MigrationManager manager = open()) {
            manager.upgrade();
            forgotten("3");
            assertThat(manager.check().ok()).isTrue();
            // or else it would be taken for one when the migration is reverted
            manager.downgrade(Target.parse("2"));
            assertThat(states(manager)).contains("V3__create_t3.sql PENDING");
            forgotten("2");
            manager.stamp(Target.parse("1"));
            assertThat(states(manager)).contains("V2__create_t2.sql PENDING");
        }
    }

    /** The entry of a migration that is applied, whose process was killed before it could remove it. */
    private void forgotten(String version) throws SQLException {
        String table = "create t" + version;
        database()
                .execute("INSERT INTO switchback_journal (history, script, kind, version, description, direction, done,"
                        + " done_hash, host, pid, started_at) VALUES ('" + history() + "', 'V" + version + "__"
                        + table.replace(' ', '_') + ".sql', 'VERSIONED', '" + version + "', '" + table
                        + "', 'UP', 2, '', 'app-1', 4711, '2026-11-23T07:15:00Z')");
    }

    @Test
    void aScriptMayGoToAnotherSchema() throws SQLException {
        if (!product().can(DatabaseAbility.SCHEMAS)) {
            assertThat(product().name()).as("the only one without").isEqualTo("SQLite");
            return;
        }
        String other = database().createSchema();
        String go = switch (product().kind()) {
            case H2 -> "SET SCHEMA " + other;
            case POSTGRESQL -> "SET search_path = " + other;
            case MARIADB, MYSQL, SQLITE -> "USE " + other;
        };
        List<String> lines =
                List.of("CREATE TABLE h (id INTEGER)", go, "CREATE TABLE g (id INTEGER)", "DROP TABLE not_there");
        for (String directive : new String[] {"", OFF}) {
            files().put("V1__away.sql", MixedScript.file(directive, lines));
            try (MigrationManager manager = open()) {
                MigrationFailedException error = catchThrowableOfType(MigrationFailedException.class, manager::upgrade);
                if (error.statement().applied() == 0) {
                    continue;
                }
                assertThat(error.statement().applied()).isEqualTo(3);
                assertThat(manager.check().problems()).hasSize(1);
                files().put("V1__away.sql", MixedScript.file(directive, lines.subList(0, 3)));
                assertThat(manager.repair(new RepairAction.Resume("1")).changes())
                        .hasSize(1);
                assertThat(manager.check().ok()).isTrue();
                return;
            }
        }
        throw new AssertionError("nothing was left to resume");
    }
}
