package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Direction;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.port.ChecksumMatch;
import dev.switchback.core.port.Engine;
import dev.switchback.core.port.EngineProvider;
import dev.switchback.core.port.MigrationSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the runner of every engine does when the scripts are good. For bad ones see {@link RunnerFailureContract}. */
public abstract class MigrationRunnerContract extends EngineContract {

    private final List<MigrationScript> linear = build(Scenario.linear().before());

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on
     */
    protected MigrationRunnerContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    @Test
    void appliesInTheOrderGivenAndRecordsEach() throws SQLException {
        try (Engine engine = open()) {
            apply(engine, linear);
            assertThat(lines(engine))
                    .containsExactly(
                            "1 V1 'create t1' V1__create_t1.sql APPLIED",
                            "2 V2 'create t2' V2__create_t2.sql APPLIED",
                            "3 V3 'create t3' V3__create_t3.sql APPLIED");
        }
        assertThat(database().tables()).contains("t1", "t2", "t3");
        assertThat(database().column("SELECT name FROM t3")).containsExactly("one; of t3");
    }

    @Test
    void recordsEachMigrationBeforeTheNextOneStarts() throws SQLException {
        try (Engine engine = open()) {
            create(engine);
            try (Connection connection = database().connection();
                    MigrationSession session = engine.runner().begin(connection)) {
                session.execute(up(linear.get(0)), deaf());
                assertThat(lines(engine)).containsExactly("1 V1 'create t1' V1__create_t1.sql APPLIED");
                assertThat(database().column("SELECT name FROM t1")).containsExactly("one; of t1");
                session.execute(up(linear.get(1)), deaf());
                assertThat(history(engine)).hasSize(2);
            }
        }
    }

    @Test
    void whatItRecordsMatchesTheFile() throws SQLException {
        List<MigrationScript> scripts = build(Scenario.repeatable().before());
        try (Engine engine = open()) {
            apply(engine, scripts);
            for (MigrationScript script : scripts) {
                assertThat(engine.store().compare(script, row(engine, script.script())))
                        .as(script.script())
                        .isEqualTo(ChecksumMatch.MATCHES);
            }
        }
    }

    @Test
    void recordsTheSameAsStamp() throws SQLException {
        List<MigrationScript> scripts = build(Scenario.repeatable().before());
        List<Optional<String>> applied;
        try (Engine engine = open()) {
            apply(engine, scripts);
            applied = history(engine).stream().map(AppliedMigration::checksum).toList();
        }
        try (FreshDatabase other = product().fresh(folder());
                Engine engine = open();
                Connection connection = other.connection()) {
            engine.store().create(connection);
            connection.setAutoCommit(false);
            engine.store().stamp(connection, scripts);
            connection.commit();
            assertThat(engine.store().read(connection))
                    .extracting(AppliedMigration::checksum)
                    .isEqualTo(applied);
        }
    }

    @Test
    void leavesOutWhatTheListenerSaysIsDone() throws SQLException {
        Scripts script = Scripts.versioned(
                "1",
                "in part",
                "CREATE TABLE a (id INTEGER);\nINSERT INTO a (id) VALUES (1);\nINSERT INTO a (id) VALUES (2);\n");
        database().execute("CREATE TABLE a (id INTEGER)");
        StatementLog log = new StatementLog(2);
        try (Engine engine = open()) {
            create(engine);
            try (Connection connection = database().connection();
                    MigrationSession session = engine.runner().begin(connection)) {
                session.execute(up(script.build()), log);
            }
            assertThat(lines(engine)).containsExactly("1 V1 'in part' V1__in_part.sql APPLIED");
        }
        assertThat(log.lines())
                .containsExactly("done 1", "done 2", "start 3 line 3: INSERT INTO a", "end 3 line 3: INSERT INTO a");
        assertThat(database().column("SELECT id FROM a")).containsExactly("2");
    }

    @Test
    void recordsAScriptOfWhichEverythingIsDone() throws SQLException {
        Scripts script = Scripts.versioned("1", "all of it", "CREATE TABLE a (id INTEGER);\n");
        try (Engine engine = open()) {
            create(engine);
            try (Connection connection = database().connection();
                    MigrationSession session = engine.runner().begin(connection)) {
                session.execute(up(script.build()), new StatementLog(1));
            }
            assertThat(lines(engine)).containsExactly("1 V1 'all of it' V1__all_of_it.sql APPLIED");
        }
        assertThat(database().tables()).doesNotContain("a");
    }

    @Test
    void tellsEachStatementWithItsPlaceBeforeAndAfter() throws SQLException {
        Scripts script = Scripts.versioned("1", "several statements", """
                -- a comment; with a semicolon
                CREATE TABLE a (id INTEGER);

                /* another; one */ INSERT INTO a (id)
                VALUES (1);
                INSERT INTO a (id) SELECT 2; INSERT INTO a (id) VALUES (3)
                """);
        StatementLog log = new StatementLog();
        try (Engine engine = open()) {
            create(engine);
            try (Connection connection = database().connection();
                    MigrationSession session = engine.runner().begin(connection)) {
                session.execute(up(script.build()), log);
            }
        }
        assertThat(log.lines())
                .containsExactly(
                        "start 1 line 2: CREATE TABLE a",
                        "end 1 line 2: CREATE TABLE a",
                        "start 2 line 4: INSERT INTO a",
                        "end 2 line 4: INSERT INTO a",
                        "start 3 line 6: INSERT INTO a",
                        "end 3 line 6: INSERT INTO a",
                        "start 4 line 6: INSERT INTO a",
                        "end 4 line 6: INSERT INTO a");
        assertThat(database().column("SELECT id FROM a ORDER BY id")).containsExactly("1", "2", "3");
    }

    @Test
    void revertsWithTheDownScriptAndForgets() throws SQLException {
        try (Engine engine = open()) {
            apply(engine, linear);
            run(engine, down(linear.get(2), row(engine, "V3__create_t3.sql")));
            assertThat(lines(engine))
                    .containsExactly(
                            "1 V1 'create t1' V1__create_t1.sql APPLIED", "2 V2 'create t2' V2__create_t2.sql APPLIED");
        }
        assertThat(database().tables()).contains("t1", "t2").doesNotContain("t3");
    }

    @Test
    void appliesAgainWhatWasReverted() throws SQLException {
        try (Engine engine = open()) {
            apply(engine, linear);
            for (int round = 0; round < 2; round++) {
                run(
                        engine,
                        down(linear.get(2), row(engine, "V3__create_t3.sql")),
                        down(linear.get(1), row(engine, "V2__create_t2.sql")));
                assertThat(history(engine)).hasSize(1);
                apply(engine, linear.subList(1, 3));
            }
            assertThat(lines(engine))
                    .containsExactly(
                            "1 V1 'create t1' V1__create_t1.sql APPLIED",
                            "2 V2 'create t2' V2__create_t2.sql APPLIED",
                            "3 V3 'create t3' V3__create_t3.sql APPLIED");
        }
    }

    @Test
    void appliesAVersionThatIsLowerThanTheLast() throws SQLException {
        try (Engine engine = open()) {
            apply(engine, List.of(linear.get(0), linear.get(2)));
            apply(engine, List.of(linear.get(1)));
            assertThat(lines(engine))
                    .containsExactly(
                            "1 V1 'create t1' V1__create_t1.sql APPLIED",
                            "2 V3 'create t3' V3__create_t3.sql APPLIED",
                            "3 V2 'create t2' V2__create_t2.sql APPLIED");
        }
    }

    @Test
    void aRepeatableThatRunsAgainIsRecordedOnceWithItsLatestRun() throws SQLException {
        List<MigrationScript> before = build(Scenario.repeatable().before());
        MigrationScript edited = Scenario.repeatable().after().get(2).build();
        try (Engine engine = open()) {
            apply(engine, before);
            AppliedMigration old = row(engine, edited.script());
            run(engine, new MigrationStep(Direction.UP, edited, Optional.of(old), List.of(), List.of(), true, 1));
            assertThat(lines(engine)).hasSize(3).last().isEqualTo("3 R 'names' R__names.sql APPLIED");
            assertThat(engine.store().compare(edited, row(engine, edited.script())))
                    .isEqualTo(ChecksumMatch.MATCHES);
        }
        assertThat(database().column("SELECT name FROM names ORDER BY name"))
                .containsExactly("one; of t1", "one; of t2");
    }

    @Test
    void forgetsTheRepeatablesWithTheFirstStepDown() throws SQLException {
        List<MigrationScript> scripts = build(Scenario.repeatable().before());
        try (Engine engine = open()) {
            apply(engine, scripts);
            AppliedMigration names = row(engine, "R__names.sql");
            AppliedMigration second = row(engine, "V2__create_t2.sql");
            run(
                    engine,
                    new MigrationStep(
                            Direction.DOWN, scripts.get(1), Optional.of(second), List.of(names), List.of(), true, 1));
            assertThat(lines(engine)).containsExactly("1 V1 'create t1' V1__create_t1.sql APPLIED");
            apply(engine, scripts.subList(1, 3));
            assertThat(lines(engine)).hasSize(3).last().isEqualTo("3 R 'names' R__names.sql APPLIED");
        }
    }

    @Test
    void aBaselineStandsForWhatItSupersedes() throws SQLException {
        List<MigrationScript> scripts = build(Scenario.baseline().before());
        MigrationScript three = scripts.get(5);
        try (Engine engine = open()) {
            run(
                    engine,
                    new MigrationStep(Direction.UP, three, Optional.empty(), List.of(), scripts.subList(0, 3), true, 1),
                    up(scripts.get(3)));
            assertThat(lines(engine))
                    .containsExactly(
                            "1 B3 'first three' B3__first_three.sql APPLIED",
                            "2 V4 'create t4' V4__create_t4.sql APPLIED");
        }
        assertThat(database().tables()).contains("b3", "t4").doesNotContain("t1", "t2", "t3", "b2");
    }

    @Test
    void runsTextThatIsNotAscii() throws SQLException {
        try (Engine engine = open()) {
            apply(engine, build(Scenario.nonAscii().before()));
        }
        assertThat(database().column("SELECT name FROM t1")).containsExactly("naïve 測試 🐘");
    }

    @Test
    void leavesDollarBracesAlone() throws SQLException {
        Scripts script = Scripts.versioned(
                "1", "braces", "CREATE TABLE a (name VARCHAR(40));\nINSERT INTO a (name) VALUES ('${not.ours}');\n");
        try (Engine engine = open()) {
            apply(engine, build(List.of(script)));
        }
        assertThat(database().column("SELECT name FROM a")).containsExactly("${not.ours}");
    }

    @Test
    void runsManyMigrationsInOneSession() throws SQLException {
        try (Engine engine = open()) {
            apply(engine, build(Scenario.linear(40).before()));
            assertThat(lines(engine)).hasSize(40).last().isEqualTo("40 V40 'create t40' V40__create_t40.sql APPLIED");
        }
    }

    @Test
    void givesTheConnectionBackAsItWas() throws SQLException {
        try (Engine engine = open()) {
            create(engine);
            try (Connection connection = database().connection()) {
                int isolation = connection.getTransactionIsolation();
                MigrationSession session = engine.runner().begin(connection);
                session.execute(up(linear.get(0)), deaf());
                session.close();
                session.close();
                assertThat(connection.isClosed()).as("closed").isFalse();
                assertThat(connection.getAutoCommit()).as("auto-commit").isTrue();
                assertThat(connection.isReadOnly()).as("read-only").isFalse();
                assertThat(connection.getTransactionIsolation()).isEqualTo(isolation);
                assertThat(database().idle()).as("no transaction is open").isTrue();
                assertThat(engine.store().read(connection)).hasSize(1);
            }
        }
    }

    @Test
    void leavesNoTransactionOpenBetweenSteps() throws SQLException {
        try (Engine engine = open()) {
            create(engine);
            try (Connection connection = database().connection();
                    MigrationSession session = engine.runner().begin(connection)) {
                for (MigrationScript script : linear) {
                    session.execute(up(script), deaf());
                    assertThat(database().idle()).as("after " + script.script()).isTrue();
                }
            }
        }
    }

    @Test
    void printsNothing() throws SQLException {
        try (Output output = Output.capture();
                Engine engine = open()) {
            apply(engine, linear);
            run(engine, down(linear.get(2), row(engine, "V3__create_t3.sql")));
            assertThat(output.text()).isEmpty();
        }
    }
}
