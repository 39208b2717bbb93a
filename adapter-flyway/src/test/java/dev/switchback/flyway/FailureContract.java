package dev.switchback.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Direction;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.port.MigrationSession;
import dev.switchback.core.port.ScriptFailedException;
import dev.switchback.core.port.StatementListener;
import dev.switchback.core.sql.SqlStatement;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a step that fails leaves behind. */
abstract class FailureContract {

    private final DatabaseKind kind;

    @TempDir
    Path temp;

    FailureContract(DatabaseKind kind) {
        this.kind = kind;
    }

    TestDatabase database() {
        return TestDatabase.in(temp, kind);
    }

    TestFolder folder() {
        return new TestFolder(temp.resolve("migrations"));
    }

    @BeforeEach
    void applyTheFirst() throws Exception {
        folder().add("V1__first.sql", "CREATE TABLE first (id INT PRIMARY KEY);\n")
                .add("U1__first.sql", "DROP TABLE first;\n");
        database().up(folder().scripts());
    }

    /** Runs one more migration, which fails. */
    ScriptFailedException fail(String name, String text) throws Exception {
        folder().add(name, text);
        MigrationStep step = TestDatabase.up(folder().script(name));
        return catchThrowableOfType(
                ScriptFailedException.class, () -> database().run(List.of(step)));
    }

    @Test
    void namesTheStatementAndTheDatabasesOwnError() throws Exception {
        ScriptFailedException failure = fail(
                "V2__bad.sql", "-- a comment\nINSERT INTO first VALUES (1);\n\nINSERT INTO nowhere\nVALUES (1);\n");

        SqlStatement statement = failure.statement().orElseThrow();
        assertThat(statement.index()).isEqualTo(2);
        assertThat(statement.line()).isEqualTo(4);
        assertThat(statement.sql()).isEqualTo("INSERT INTO nowhere\nVALUES (1)");
        assertThat(failure).cause().isInstanceOf(SQLException.class);
    }

    @Test
    void recordsNothingWhenNothingStaysApplied() throws Exception {
        List<String> before = database().rows();
        fail("V2__data_only.sql", "INSERT INTO first VALUES (1);\nINSERT INTO nowhere VALUES (1);\n");

        assertThat(database().query("SELECT id FROM first")).isEmpty();
        assertThat(database().rows()).isEqualTo(before);
        assertThat(database().plain(folder()).info().pending()).hasSize(1);
    }

    @Test
    void recordsNothingWhenTheFirstStatementFails() throws Exception {
        List<String> before = database().rows();
        fail("V2__bad.sql", "CREATE TABLE first (id INT);\nINSERT INTO first VALUES (1);\n");

        assertThat(database().rows()).isEqualTo(before);
    }

    @Test
    void runsNothingOfAScriptThatCannotBeParsed() throws Exception {
        List<String> before = database().rows();
        ScriptFailedException failure =
                fail("V2__open.sql", "INSERT INTO first VALUES (1);\nINSERT INTO first VALUES ('never closed);\n");

        assertThat(failure.statement()).isEmpty();
        assertThat(failure).rootCause().hasMessageContaining("V2__open.sql");
        assertThat(database().query("SELECT id FROM first")).isEmpty();
        assertThat(database().rows()).isEqualTo(before);
    }

    @Test
    void rollsBackWhenAnErrorComesOutOfTheRun() throws Exception {
        folder().add("V2__data.sql", "INSERT INTO first VALUES (1);\nINSERT INTO first VALUES (2);\n");
        StatementListener dying = new StatementListener() {
            @Override
            public void started(SqlStatement statement) {}

            @Override
            public void finished(SqlStatement statement) {
                if (statement.index() == 2) {
                    throw new StackOverflowError("test");
                }
            }
        };
        List<MigrationStep> steps = List.of(TestDatabase.up(folder().script("V2__data.sql")));

        assertThatThrownBy(() -> database().run(steps, dying)).isInstanceOf(StackOverflowError.class);
        assertThat(database().query("SELECT id FROM first")).isEmpty();
        assertThat(database().historyLines()).containsExactly("V1__first.sql");
    }

    @Test
    void leavesTheConnectionUsableAndWithoutTransaction() throws Exception {
        folder().add("V2__bad.sql", "INSERT INTO nowhere VALUES (1);\n")
                .add("V3__good.sql", "INSERT INTO first VALUES (3);\n");
        MigrationStep bad = TestDatabase.up(folder().script("V2__bad.sql"));
        MigrationStep good = TestDatabase.up(folder().script("V3__good.sql"));
        try (Connection connection = database().connect();
                MigrationSession session = database().engine().runner().begin(connection)) {
            assertThatThrownBy(() -> session.execute(bad, TestDatabase.NOBODY))
                    .isInstanceOf(ScriptFailedException.class);
            assertThat(connection.getAutoCommit()).isTrue();
            session.execute(good, TestDatabase.NOBODY);
        }

        assertThat(database().query("SELECT id FROM first")).containsExactly("3");
        assertThat(database().historyLines()).containsExactly("V1__first.sql", "V3__good.sql");
    }

    @Test
    void putsAutoCommitBackAsItWas() throws Exception {
        try (Connection connection = database().connect()) {
            connection.setAutoCommit(false);
            database().engine().runner().begin(connection).close();
            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(connection.isClosed()).isFalse();
        }
    }

    @Test
    void recordsAFailureOutsideOfATransactionAsPlainFlywayDoes() throws Exception {
        folder().add("V2__off.sql", "INSERT INTO first VALUES (1);\nINSERT INTO nowhere VALUES (1);\n");
        MigrationScript script = folder().script("V2__off.sql");
        MigrationStep step = new MigrationStep(Direction.UP, script, Optional.empty(), List.of(), List.of(), false, 1);

        assertThatThrownBy(() -> database().run(List.of(step))).isInstanceOf(ScriptFailedException.class);
        assertThat(database().query("SELECT id FROM first")).containsExactly("1");
        assertThat(database().historyLines()).containsExactly("V1__first.sql", "V2__off.sql FAILED");
        assertThatThrownBy(() -> database().plain(folder()).migrate()).hasMessageContaining("failed migration");
    }

    @Test
    void forgetsAFailureSoThatItCanBeRunAgain() throws Exception {
        folder().add("V2__off.sql", "CREATE TABLE t2 (id INT);\nINSERT INTO nowhere VALUES (1);\n");
        MigrationStep step = new MigrationStep(
                Direction.UP, folder().script("V2__off.sql"), Optional.empty(), List.of(), List.of(), false, 1);
        assertThatThrownBy(() -> database().run(List.of(step))).isInstanceOf(ScriptFailedException.class);

        List<AppliedMigration> failed = database().history().subList(1, 2);
        database().write((store, connection) -> store.forget(connection, failed));
        assertThat(database().historyLines()).containsExactly("V1__first.sql");
        database().execute("DROP TABLE t2");
        folder().add("V2__off.sql", "CREATE TABLE t2 (id INT);\n");
        assertThat(database().plain(folder()).migrate().migrationsExecuted).isEqualTo(1);
    }

    @Test
    void refusesToRevertWhatIsNotThereAnyMore() throws Exception {
        List<AppliedMigration> stale = database().history();
        MigrationStep step = TestDatabase.down(folder().script("V1__first.sql"), stale.get(0), List.of());
        database().run(List.of(step));

        assertThatThrownBy(() -> database().run(List.of(step)))
                .isInstanceOf(ScriptFailedException.class)
                .rootCause()
                .hasMessageContaining("nothing was run");
        assertThat(database().plain(folder()).migrate().migrationsExecuted).isEqualTo(1);
    }

    @Test
    void tellsEachStatementBeforeAndAfterItRuns() throws Exception {
        folder().add("V2__two.sql", "/* one */ INSERT INTO first VALUES (1);\n-- two\nINSERT INTO first VALUES (2);\n");
        List<String> told = new ArrayList<>();
        StatementListener listener = new StatementListener() {
            @Override
            public void started(SqlStatement statement) {
                told.add("started " + statement.index() + " line " + statement.line() + " " + statement.sql());
            }

            @Override
            public void finished(SqlStatement statement) {
                told.add("finished " + statement.index());
            }
        };
        database().run(List.of(TestDatabase.up(folder().script("V2__two.sql"))), listener);

        assertThat(told)
                .containsExactly(
                        "started 1 line 1 INSERT INTO first VALUES (1)",
                        "finished 1",
                        "started 2 line 3 INSERT INTO first VALUES (2)",
                        "finished 2");
    }
}
