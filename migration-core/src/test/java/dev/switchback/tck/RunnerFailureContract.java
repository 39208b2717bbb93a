package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Direction;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.jdbc.JdbcStatementSender;
import dev.switchback.core.port.Engine;
import dev.switchback.core.port.EngineContext;
import dev.switchback.core.port.EngineProvider;
import dev.switchback.core.port.MigrationSession;
import dev.switchback.core.port.ScriptFailedException;
import dev.switchback.core.port.StatementListener;
import dev.switchback.core.sql.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the runner of every engine does when a script fails, when its recording fails, and when the core stops it. */
public abstract class RunnerFailureContract extends EngineContract {

    private static final List<String> ONLY_THE_FIRST = List.of("1 V1 'create t1' V1__create_t1.sql APPLIED");

    private final List<MigrationScript> failing =
            build(Scenario.failsAtSecondStatement().before());

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on
     */
    protected RunnerFailureContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    /** Applies good migrations and then one that fails, and gives what it threw. */
    private Throwable failure(Engine engine, List<MigrationScript> good, MigrationStep bad, StatementListener listener)
            throws SQLException {
        apply(engine, good);
        try (Connection connection = database().connection()) {
            Throwable thrown;
            try (MigrationSession session = engine.runner().begin(connection)) {
                thrown = catchThrowable(() -> session.execute(bad, listener));
                assertThat(database().idle()).as("no transaction is open").isTrue();
            }
            assertThat(connection.isClosed()).as("closed").isFalse();
            assertThat(connection.getAutoCommit()).as("auto-commit").isTrue();
            return thrown;
        }
    }

    private List<String> inEffect(Engine engine) throws SQLException {
        return HistoryLines.of(
                history(engine).stream().filter(AppliedMigration::inEffect).toList());
    }

    private void assertNothingIsLeftIfTheDatabaseCan(Engine engine, String table) throws SQLException {
        assertThat(inEffect(engine)).isEqualTo(ONLY_THE_FIRST);
        if (product().can(DatabaseAbility.TRANSACTIONAL_DDL)) {
            assertThat(database().tables()).doesNotContain(table);
            assertThat(lines(engine)).isEqualTo(ONLY_THE_FIRST);
        } else {
            assertThat(database().column("SELECT COUNT(*) FROM " + table))
                    .as("rows after the last DDL are rolled back")
                    .containsExactly("0");
        }
    }

    @Test
    void failureNamesTheStatementAndCarriesTheDatabasesError() throws SQLException {
        try (Engine engine = open()) {
            Throwable thrown = failure(engine, failing.subList(0, 1), up(failing.get(1)), deaf());
            assertThat(thrown).isInstanceOf(ScriptFailedException.class).hasRootCauseInstanceOf(SQLException.class);
            SqlStatement statement =
                    ((ScriptFailedException) thrown).statement().orElseThrow();
            assertThat(statement.index()).isEqualTo(2);
            assertThat(statement.line()).isEqualTo(4);
            assertThat(statement.sql()).isEqualTo("INSERT INTO not_there (id) VALUES (1)");
        }
    }

    @Test
    void failureRunsNothingBehindIt() throws SQLException {
        StatementLog log = new StatementLog();
        try (Engine engine = open()) {
            failure(engine, failing.subList(0, 1), up(failing.get(1)), log);
        }
        assertThat(log.lines())
                .containsExactly(
                        "start 1 line 2: CREATE TABLE t2",
                        "end 1 line 2: CREATE TABLE t2",
                        "start 2 line 4: INSERT INTO not_there");
        assertThat(database().tables()).doesNotContain("t2b");
    }

    @Test
    void failureLeavesNothingBehindWhereDdlIsTransactional() throws SQLException {
        try (Engine engine = open()) {
            failure(engine, failing.subList(0, 1), up(failing.get(1)), deaf());
            assertNothingIsLeftIfTheDatabaseCan(engine, "t2");
        }
    }

    @Test
    void failureRollsBackRowsOnEveryDatabase() throws SQLException {
        Scripts script = Scripts.versioned(
                "2",
                "rows",
                "INSERT INTO t1 (id, name) VALUES (2, 'lost');\nINSERT INTO t1 (id, name) VALUES (2, 'twice');\n");
        try (Engine engine = open()) {
            Throwable thrown = failure(engine, failing.subList(0, 1), up(script.build()), deaf());
            assertThat(thrown).isInstanceOf(ScriptFailedException.class);
            assertThat(lines(engine)).isEqualTo(ONLY_THE_FIRST);
        }
        assertThat(database().column("SELECT id FROM t1")).containsExactly("1");
    }

    @Test
    void earlierMigrationsOfTheRunStay() throws SQLException {
        try (Engine engine = open()) {
            create(engine);
            try (Connection connection = database().connection();
                    MigrationSession session = engine.runner().begin(connection)) {
                session.execute(up(failing.get(0)), deaf());
                assertThatExceptionOfType(ScriptFailedException.class)
                        .isThrownBy(() -> session.execute(up(failing.get(1)), deaf()));
            }
            assertThat(inEffect(engine)).isEqualTo(ONLY_THE_FIRST);
        }
        assertThat(database().column("SELECT name FROM t1")).containsExactly("one; of t1");
    }

    @Test
    void aMendedMigrationRunsAfterTheFailure() throws SQLException {
        MigrationScript mended =
                Scenario.failsAtSecondStatement().after().get(1).build();
        try (Engine engine = open()) {
            failure(engine, failing.subList(0, 1), up(failing.get(1)), deaf());
            if (!product().can(DatabaseAbility.TRANSACTIONAL_DDL)) {
                database().execute("DROP TABLE t2");
            }
            List<AppliedMigration> failed =
                    history(engine).stream().filter(AppliedMigration::failed).toList();
            inTransaction(connection -> engine.store().forget(connection, failed));
            apply(engine, List.of(mended));
            assertThat(lines(engine))
                    .containsExactly(
                            "1 V1 'create t1' V1__create_t1.sql APPLIED", "2 V2 'create t2' V2__create_t2.sql APPLIED");
        }
    }

    @Test
    void aFailedDownScriptKeepsTheMigration() throws SQLException {
        MigrationScript first = failing.get(0);
        MigrationScript second = Scripts.versioned("2", "create t2", "CREATE TABLE t2 (id INTEGER PRIMARY KEY);\n")
                .down("INSERT INTO t2 (id) VALUES (1);\nINSERT INTO not_there (id) VALUES (1);\n")
                .build();
        try (Engine engine = open()) {
            apply(engine, List.of(first, second));
            MigrationStep down = down(second, row(engine, second.script()));
            Throwable thrown = failure(engine, List.of(), down, deaf());
            assertThat(thrown).isInstanceOf(ScriptFailedException.class);
            assertThat(history(engine)).extracting(AppliedMigration::script).contains(second.script());
        }
        assertThat(database().column("SELECT COUNT(*) FROM t2")).containsExactly("0");
    }

    @Test
    void aFailedStepForgetsNoRepeatable() throws SQLException {
        List<MigrationScript> scripts = build(Scenario.repeatable().before());
        try (Engine engine = open()) {
            apply(engine, scripts);
            MigrationScript stubborn = Scenario.repeatable()
                    .before()
                    .get(1)
                    .down("DELETE FROM t2;\nINSERT INTO not_there (id) VALUES (1);\n")
                    .build();
            MigrationStep step = new MigrationStep(
                    Direction.DOWN,
                    stubborn,
                    Optional.of(row(engine, stubborn.script())),
                    List.of(row(engine, "R__names.sql")),
                    List.of(),
                    true,
                    1);
            assertThat(failure(engine, List.of(), step, deaf())).isInstanceOf(ScriptFailedException.class);
            assertThat(history(engine)).extracting(AppliedMigration::script).contains("R__names.sql");
        }
    }

    @Test
    void withoutATransactionEachStatementStays() throws SQLException {
        Scripts script = Scripts.versioned(
                        "2",
                        "each for itself",
                        "INSERT INTO t1 (id, name) VALUES (2, 'stays');\nINSERT INTO t1 (id, name) VALUES (2, 'twice');\n")
                .withoutTransaction();
        MigrationStep step =
                new MigrationStep(Direction.UP, script.build(), Optional.empty(), List.of(), List.of(), false, 1);
        try (Engine engine = open()) {
            assertThat(failure(engine, failing.subList(0, 1), step, deaf())).isInstanceOf(ScriptFailedException.class);
            assertThat(inEffect(engine)).isEqualTo(ONLY_THE_FIRST);
        }
        assertThat(database().column("SELECT id FROM t1 ORDER BY id")).containsExactly("1", "2");
    }

    @Test
    void withoutATransactionTheMigrationIsRecordedAtTheEnd() throws SQLException {
        Scripts script = Scripts.versioned("2", "each for itself", "INSERT INTO t1 (id, name) VALUES (2, 'stays');\n")
                .withoutTransaction();
        try (Engine engine = open()) {
            apply(engine, failing.subList(0, 1));
            run(
                    engine,
                    new MigrationStep(Direction.UP, script.build(), Optional.empty(), List.of(), List.of(), false, 1));
            assertThat(lines(engine))
                    .hasSize(2)
                    .last()
                    .isEqualTo("2 V2 'each for itself' V2__each_for_itself.sql APPLIED");
        }
    }

    @Test
    void aListenerThatFailsBeforeAStatementFailsIt() throws SQLException {
        MigrationScript second = Scenario.linear().before().get(1).build();
        try (Engine engine = open()) {
            Throwable thrown = failure(engine, failing.subList(0, 1), up(second), new Saboteur(2, false));
            assertThat(thrown).isInstanceOf(ScriptFailedException.class);
            assertThat(thrown).hasRootCauseMessage("the journal is full");
            assertThat(((ScriptFailedException) thrown)
                            .statement()
                            .orElseThrow()
                            .index())
                    .isEqualTo(2);
            assertNothingIsLeftIfTheDatabaseCan(engine, "t2");
        }
    }

    @Test
    void aListenerThatFailsAfterAStatementUndoesIt() throws SQLException {
        MigrationScript second = Scenario.linear().before().get(1).build();
        try (Engine engine = open()) {
            Throwable thrown = failure(engine, failing.subList(0, 1), up(second), new Saboteur(2, true));
            assertThat(thrown).isInstanceOf(ScriptFailedException.class);
            assertNothingIsLeftIfTheDatabaseCan(engine, "t2");
        }
    }

    @Test
    void aListenerThatKnowsAnotherScriptStopsItBeforeAnythingIsSent() throws SQLException {
        MigrationScript second = Scenario.linear().before().get(1).build();
        StatementListener stranger = new StatementListener() {
            @Override
            public boolean isDone(SqlStatement statement) throws SQLException {
                throw new SQLException("not the statement that is done");
            }

            @Override
            public void started(SqlStatement statement) {}

            @Override
            public void finished(SqlStatement statement) {}
        };
        try (Engine engine = open()) {
            Throwable thrown = failure(engine, failing.subList(0, 1), up(second), stranger);
            assertThat(thrown).isInstanceOf(ScriptFailedException.class);
            assertThat(thrown).hasRootCauseMessage("not the statement that is done");
            assertThat(lines(engine)).isEqualTo(ONLY_THE_FIRST);
        }
        assertThat(database().tables()).doesNotContain("t2");
    }

    @Test
    void anErrorIsRolledBackToo() throws SQLException {
        MigrationScript second = Scenario.linear().before().get(1).build();
        StatementListener outOfMemory = new StatementListener() {
            @Override
            public void started(SqlStatement statement) {}

            @Override
            public void finished(SqlStatement statement) {
                if (statement.index() == 2) {
                    throw new OutOfMemoryError("for the test");
                }
            }
        };
        try (Engine engine = open()) {
            Throwable thrown = failure(engine, failing.subList(0, 1), up(second), outOfMemory);
            assertThat(thrown).hasStackTraceContaining("OutOfMemoryError: for the test");
            assertNothingIsLeftIfTheDatabaseCan(engine, "t2");
        }
    }

    /** Where constraints can wait for the commit, DDL is transactional too; elsewhere the script fails earlier. */
    @Test
    void aConstraintThatFailsWithTheCommitLeavesNothingBehind() throws SQLException {
        Scripts script = Scripts.versioned("2", "orphan", """
                        CREATE TABLE t2 (id INTEGER PRIMARY KEY, t1 INTEGER REFERENCES t1 (id)
                            DEFERRABLE INITIALLY DEFERRED);
                        INSERT INTO t2 (id, t1) VALUES (1, 99);
                        """);
        try (Engine engine = open()) {
            apply(engine, failing.subList(0, 1));
            try (Connection connection = database().connection()) {
                if (product().kind() == DatabaseKind.SQLITE) {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("PRAGMA foreign_keys = ON");
                    }
                }
                try (MigrationSession session = engine.runner().begin(connection)) {
                    assertThatExceptionOfType(ScriptFailedException.class)
                            .isThrownBy(() -> session.execute(up(script.build()), deaf()));
                    assertThat(database().idle()).as("no transaction is open").isTrue();
                }
            }
            assertThat(inEffect(engine)).isEqualTo(ONLY_THE_FIRST);
            if (product().can(DatabaseAbility.TRANSACTIONAL_DDL)) {
                assertThat(lines(engine)).isEqualTo(ONLY_THE_FIRST);
                assertThat(database().tables()).doesNotContain("t2");
            }
        }
    }

    @Test
    void revealsNoPlaceholderAndPrintsNothing() throws SQLException {
        EngineContext context = new EngineContext(
                product().kind(),
                Optional.empty(),
                Optional.empty(),
                Map.of("secret", "Pl4ceh0lder"),
                Clock.systemUTC(),
                new JdbcStatementSender());
        try (Output output = Output.capture();
                Engine engine = provider().open(context)) {
            Throwable thrown = failure(engine, failing.subList(0, 1), up(failing.get(1)), deaf());
            assertThat(thrown).isInstanceOf(ScriptFailedException.class);
            for (Throwable t = thrown; t != null; t = t.getCause()) {
                assertThat(t.toString())
                        .doesNotContain("Pl4ceh0lder", database().password());
            }
            assertThat(output.text()).isEmpty();
        }
    }

    /** Fails at one statement. */
    private record Saboteur(int index, boolean after) implements StatementListener {
        @Override
        public void started(SqlStatement statement) throws SQLException {
            failAt(statement, !after);
        }

        @Override
        public void finished(SqlStatement statement) throws SQLException {
            failAt(statement, after);
        }

        private void failAt(SqlStatement statement, boolean now) throws SQLException {
            if (now && statement.index() == index) {
                throw new SQLException("the journal is full");
            }
        }
    }
}
