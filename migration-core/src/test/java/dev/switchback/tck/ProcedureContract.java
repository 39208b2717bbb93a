package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.error.HistoryMismatchException;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.model.RepairAction;
import dev.switchback.core.port.EngineProvider;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/**
 * Procedures, on a database that commits definitions by itself: nobody can tell by the words of a call whether it
 * commits, so the database is asked.
 */
public abstract class ProcedureContract extends WorkflowContract {

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on
     */
    protected ProcedureContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    /** A procedure {@code p} that runs these statements. */
    private void procedure(String... statements) throws SQLException {
        applied(Scenario.linear(1));
        if (product().kind() == DatabaseKind.H2) {
            database().execute("CREATE TABLE body (place INTEGER PRIMARY KEY, sql_text VARCHAR(200))");
            for (int i = 0; i < statements.length; i++) {
                database().execute("INSERT INTO body VALUES (" + i + ", '" + statements[i].replace("'", "''") + "')");
            }
            database().execute("CREATE ALIAS p FOR '" + ProcedureContract.class.getName() + ".run'");
        } else {
            database().execute("CREATE PROCEDURE p() BEGIN " + String.join("; ", statements) + "; END");
        }
    }

    /**
     * The procedure in H2.
     *
     * @param connection the connection of the caller
     * @throws SQLException if a statement fails
     */
    public static void run(Connection connection) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT sql_text FROM body ORDER BY place")) {
            while (rows.next()) {
                statements.add(rows.getString(1));
            }
        }
        for (String sql : statements) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    private MigrationFailedException fails(MigrationManager manager, String script) {
        files().put("V2__call.sql", script);
        return catchThrowableOfType(MigrationFailedException.class, manager::upgrade);
    }

    private List<String> ids() throws SQLException {
        return database().column("SELECT id FROM t1 ORDER BY id");
    }

    @Test
    void oneThatOnlyWritesRowsIsRolledBackWithTheRest() throws SQLException {
        procedure("INSERT INTO t1 (id, name) VALUES (2, 'by it')");
        try (MigrationManager manager = open()) {
            MigrationFailedException error = fails(manager, "CALL p();\nINSERT INTO not_there VALUES (1);\n");
            assertThat(error.databaseState()).isEqualTo(DatabaseState.UNCHANGED);
            assertThat(ids()).containsExactly("1");
            assertThat(manager.check().problems()).isEmpty();
            files().put("V2__call.sql", "CALL p();\nUPDATE t1 SET name = 'end';\n");
            assertThat(labels(manager.upgrade())).containsExactly("2");
        }
        assertThat(ids()).containsExactly("1", "2");
    }

    @Test
    void oneThatCommitsIsDoneWhenItIsOver() throws SQLException {
        procedure("INSERT INTO t1 (id) VALUES (2)", "CREATE TABLE made (id INTEGER)", "INSERT INTO t1 (id) VALUES (3)");
        try (MigrationManager manager = open()) {
            MigrationFailedException error =
                    fails(manager, "CALL p();\nINSERT INTO t1 (id) VALUES (4);\nINSERT INTO not_there VALUES (1);\n");
            assertThat(error.databaseState()).isEqualTo(DatabaseState.PARTIAL);
            assertThat(error.statement().applied()).isEqualTo(1);
            assertThat(ids()).containsExactly("1", "2", "3");
            files().put("V2__call.sql", "CALL p();\nINSERT INTO t1 (id) VALUES (4);\n");
            assertThat(manager.repair(new RepairAction.Resume("2")).remaining()).isEmpty();
        }
        assertThat(ids()).containsExactly("1", "2", "3", "4");
    }

    @Test
    void oneThatCommitsAndFailsIsInDoubt() throws SQLException {
        procedure(
                "INSERT INTO t1 (id) VALUES (2)", "CREATE TABLE made (id INTEGER)", "INSERT INTO not_there VALUES (1)");
        try (MigrationManager manager = open()) {
            MigrationFailedException error = fails(manager, "UPDATE t1 SET name = 'a';\nCALL p();\n");
            assertThat(error.databaseState()).isEqualTo(DatabaseState.UNKNOWN);
            assertThat(error.nextStep()).contains("look whether statement 2 took effect", "--resume 2 --from 3");
            assertThat(manager.status().problems().get(0).message())
                    .isEqualTo("V2__call.sql stopped half-way: 1 of 2 statements IS applied; statement 2 (line 2:"
                            + " CALL p()) was begun and is not known to have ended");
            assertThat(catchThrowableOfType(
                            HistoryMismatchException.class, () -> manager.repair(new RepairAction.Resume("2"))))
                    .isNotNull();
            assertThat(manager.repair(new RepairAction.Resume("2", OptionalInt.of(3)))
                            .remaining())
                    .isEmpty();
            assertThat(manager.check().ok()).isTrue();
        }
        assertThat(ids()).containsExactly("1", "2");
    }
}
