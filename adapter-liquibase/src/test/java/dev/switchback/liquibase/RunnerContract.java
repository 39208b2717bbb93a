package dev.switchback.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Direction;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.domain.SqlScript.Transaction;
import dev.switchback.core.port.MigrationSession;
import dev.switchback.core.port.ScriptFailedException;
import dev.switchback.core.port.StatementListener;
import dev.switchback.core.sql.SqlStatement;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a session does on each database. */
abstract class RunnerContract {

    private static final String V1 = "V1__create_people.sql";

    @TempDir
    Path root;

    Project project;

    abstract Project open(Path folder) throws IOException;

    /** Whether the database rolls back a CREATE TABLE. */
    abstract boolean transactionalDdl();

    @BeforeEach
    void files() throws IOException {
        project = open(root)
                .file(
                        V1,
                        "create table people (id int);\n\n-- three\ninsert into people values (1);\ninsert into people values (2);")
                .file("U1__create_people.sql", "drop table people;")
                .file("R__view.sql", "drop view if exists v;\ncreate view v as select 1 as x;");
    }

    @Test
    void tellsOfEveryStatementWithIndexAndLine() throws Exception {
        Recording listener = new Recording();
        project.up(V1, listener);
        assertThat(listener.events)
                .containsExactly(
                        "started 1 line 1",
                        "finished 1",
                        "started 2 line 4",
                        "finished 2",
                        "started 3 line 5",
                        "finished 3");
    }

    @Test
    void aFailingStatementLeavesWhatTheDatabaseCannotTakeBackAndNoRow() throws Exception {
        project.file(
                "V2__fails.sql",
                "create table half (id int);\n\ninsert into nowhere values (1);\ncreate table other (id int);");
        project.up(V1);
        Recording listener = new Recording();
        ScriptFailedException failure =
                catchThrowableOfType(ScriptFailedException.class, () -> project.up("V2__fails.sql", listener));
        assertThat(failure).hasCauseInstanceOf(SQLException.class);
        SqlStatement statement = failure.statement().orElseThrow();
        assertThat(statement.index()).isEqualTo(2);
        assertThat(statement.line()).isEqualTo(3);
        assertThat(statement.sql()).isEqualTo("insert into nowhere values (1)");
        assertThat(listener.events).containsExactly("started 1 line 1", "finished 1", "started 2 line 3");
        assertThat(project.hasTable("half")).isEqualTo(!transactionalDdl());
        assertThat(project.hasTable("other")).isFalse();
        assertThat(project.history()).extracting(AppliedMigration::script).containsExactly(V1);
    }

    @Test
    void rowsOfAFailedScriptAreTakenBackEverywhere() throws Exception {
        project.up(V1).file("V2__fails.sql", "insert into people values (3);\ninsert into nowhere values (1);");
        assertThatThrownBy(() -> project.up("V2__fails.sql")).isInstanceOf(ScriptFailedException.class);
        assertThat(project.query("select id from people")).containsExactly("1", "2");
    }

    @Test
    void anErrorInTheMiddleIsThrownAsItIsAndTakesEverythingBack() throws Exception {
        project.up(V1).file("V2__rows.sql", "insert into people values (3);\ninsert into people values (4);");
        StatementListener failing = new StatementListener() {
            @Override
            public void started(SqlStatement statement) {
                if (statement.index() == 2) {
                    throw new OutOfMemoryError("simulated");
                }
            }

            @Override
            public void finished(SqlStatement statement) {}
        };
        assertThatThrownBy(() -> project.up("V2__rows.sql", failing)).isInstanceOf(OutOfMemoryError.class);
        assertThat(project.query("select id from people")).containsExactly("1", "2");
        assertThat(project.history()).hasSize(1);
    }

    @Test
    void aScriptThatCannotBeRecordedIsTakenBack() throws Exception {
        project.up(V1).file("V2__rows.sql", "insert into people values (3);\ndrop table DATABASECHANGELOG;");
        ScriptFailedException failure =
                catchThrowableOfType(ScriptFailedException.class, () -> project.up("V2__rows.sql"));
        assertThat(failure.statement()).isEmpty();
        assertThat(failure).hasCauseInstanceOf(SQLException.class);
        assertThat(project.query("select id from people where id = 3")).hasSize(transactionalDdl() ? 0 : 1);
    }

    @Test
    void aFailedDownScriptKeepsTheRow() throws Exception {
        project.up(V1, "R__view.sql").file("U1__create_people.sql", "delete from people;\ndelete from nowhere;");
        assertThatThrownBy(() -> project.down(V1)).isInstanceOf(ScriptFailedException.class);
        assertThat(project.query("select id from people")).containsExactly("1", "2");
        assertThat(project.history()).extracting(AppliedMigration::script).containsExactly(V1, "R__view.sql");
    }

    @Test
    void aStepDownForgetsTheRepeatableMigrationsToo() throws Exception {
        project.up(V1, "R__view.sql").down(V1);
        assertThat(project.history()).isEmpty();
        assertThat(project.hasTable("people")).isFalse();
    }

    @Test
    void aStepDownWhoseRowIsGoneIsRefusedAndTakenBack() throws Exception {
        project.up(V1).file("U1__create_people.sql", "delete from people;");
        AppliedMigration row = project.row(V1);
        try (Connection connection = project.connect();
                MigrationSession session = project.engine().runner().begin(connection)) {
            project.query("select 1");
            connection.createStatement().executeUpdate("delete from DATABASECHANGELOG");
            assertThatThrownBy(() -> session.execute(
                            project.step(Direction.DOWN, project.script(V1), Optional.of(row), List.of(), List.of()),
                            new Recording()))
                    .isInstanceOf(ScriptFailedException.class)
                    .hasMessageContaining("somebody else");
        }
        assertThat(project.query("select id from people")).containsExactly("1", "2");
    }

    @Test
    void aRepeatableMigrationMovesToTheEndWhenItRunsAgain() throws Exception {
        project.up("R__view.sql", V1);
        project.file("R__view.sql", "drop view v;\ncreate view v as select 2 as x;")
                .up("R__view.sql");
        assertThat(project.history()).extracting(AppliedMigration::script).containsExactly(V1, "R__view.sql");
        assertThat(project.query("select EXECTYPE from DATABASECHANGELOG order by ORDEREXECUTED"))
                .containsExactly("EXECUTED", "RERAN");
    }

    @Test
    void aBaselineHidesWhatItStandsInForAndForgettingItForgetsThat() throws Exception {
        project.file("V2__more.sql", "select 1;").file("B2__all.sql", "create table people (id int);");
        project.baseline("B2__all.sql", V1, "V2__more.sql");
        assertThat(project.history()).extracting(AppliedMigration::script).containsExactly("B2__all.sql");
        assertThat(project.query("select count(*) from DATABASECHANGELOG")).containsExactly("3");
        try (Connection connection = project.connect()) {
            connection.setAutoCommit(false);
            project.store().forget(connection, project.store().read(connection));
            connection.commit();
        }
        assertThat(project.query("select count(*) from DATABASECHANGELOG")).containsExactly("0");
    }

    @Test
    void aNonTransactionalScriptKeepsWhatItDidBeforeItFailed() throws Exception {
        project.up(V1)
                .file(
                        "V2__off.sql",
                        "insert into people values (3);\ninsert into nowhere values (1);",
                        Transaction.OFF);
        assertThatThrownBy(() -> project.up("V2__off.sql")).isInstanceOf(ScriptFailedException.class);
        assertThat(project.query("select id from people")).containsExactly("1", "2", "3");
        assertThat(project.history()).hasSize(1);
        project.file("V2__off.sql", "insert into people values (4);", Transaction.OFF)
                .up("V2__off.sql");
        assertThat(project.history()).hasSize(2);
    }

    @Test
    void selectsAndEmptyScriptsAreMigrationsToo() throws Exception {
        project.file("V2__select.sql", "select 1 union select 2;\nselect 3")
                .file("V3__comments.sql", "-- nothing\n/* here */\n")
                .file("V4__empty.sql", "")
                .up("V2__select.sql", "V3__comments.sql", "V4__empty.sql");
        assertThat(project.history()).hasSize(3);
        assertThat(new PlainLiquibase(project, project.export()).pending()).containsExactly("1", "R__view");
    }

    @Test
    void theConnectionIsGivenBackAsItWas() throws Exception {
        project.up(V1);
        for (boolean autoCommit : new boolean[] {true, false}) {
            try (Connection connection = project.connect()) {
                connection.setAutoCommit(autoCommit);
                MigrationSession session = project.engine().runner().begin(connection);
                session.close();
                session.close();
                assertThat(connection.getAutoCommit()).isEqualTo(autoCommit);
                assertThat(connection.isClosed()).isFalse();
            }
        }
    }

    @Test
    void twoSessionsInOneJvmDoNotTouchEachOther() throws Exception {
        Project other = open(root.resolve("other"))
                .file(V1, "create table people (id int);")
                .file("V2__more.sql", "insert into people values (7);");
        project.file("V2__more.sql", "insert into people values (3);");
        project.up(V1);
        other.up(V1);
        try (Connection one = project.connect();
                Connection two = other.connect();
                MigrationSession first = project.engine().runner().begin(one);
                MigrationSession second = other.engine().runner().begin(two)) {
            second.execute(up(other, "V2__more.sql"), new Recording());
            first.execute(up(project, "V2__more.sql"), new Recording());
        }
        assertThat(project.query("select id from people")).containsExactly("1", "2", "3");
        assertThat(other.query("select id from people")).containsExactly("7");
        assertThat(project.query("select ORDEREXECUTED from DATABASECHANGELOG order by 1"))
                .containsExactly("1", "2");
    }

    private static MigrationStep up(Project project, String name) {
        return project.step(Direction.UP, project.script(name), Optional.empty(), List.of(), List.of());
    }

    @Test
    void neverCreatesLiquibasesLockTable() throws Exception {
        project.up(V1, "R__view.sql").down(V1);
        assertThat(project.hasTable("DATABASECHANGELOG")).isTrue();
        assertThat(project.hasTable("DATABASECHANGELOGLOCK")).isFalse();
    }

    @Test
    void usesTheConfiguredHistoryTable() throws Exception {
        Project named = project.table("my_history");
        named.file(V1, "create table people (id int);").up(V1);
        assertThat(named.history()).hasSize(1);
        assertThat(named.hasTable("my_history")).isTrue();
        assertThat(named.hasTable("DATABASECHANGELOG")).isFalse();
    }
}
