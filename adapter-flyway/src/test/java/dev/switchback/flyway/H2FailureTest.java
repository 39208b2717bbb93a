package dev.switchback.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.port.ScriptFailedException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** H2 commits with every change of the schema, so a failed script leaves the statements before it behind. */
final class H2FailureTest extends FailureContract {
    H2FailureTest() {
        super(DatabaseKind.H2);
    }

    @Test
    void leavesTheRowThatMakesPlainFlywayRefuse() throws Exception {
        fail("V2__bad.sql", "CREATE TABLE t2 (id INT);\nINSERT INTO nowhere VALUES (1);\n");

        assertThat(database().historyLines()).containsExactly("V1__first.sql", "V2__bad.sql FAILED");
        assertThatThrownBy(() -> database().plain(folder()).migrate()).hasMessageContaining("failed migration");
        database().plain(folder()).repair();
        assertThat(database().historyLines()).containsExactly("V1__first.sql");
    }

    @Test
    void noticesThatAFailedStatementCommittedTheDataBeforeIt() throws Exception {
        fail("V2__bad.sql", "INSERT INTO first VALUES (7);\nCREATE TABLE first (id INT);\n");

        assertThat(database().query("SELECT id FROM first")).containsExactly("7");
        assertThat(database().historyLines()).containsExactly("V1__first.sql", "V2__bad.sql FAILED");
    }

    @Test
    void recordsADownScriptThatFailedHalfWay() throws Exception {
        folder().add("V2__second.sql", "CREATE TABLE t2 (id INT);\n")
                .add("U2__second.sql", "DROP TABLE t2;\nDROP TABLE nowhere;\n");
        database().up(List.of(folder().script("V2__second.sql")));
        MigrationStep step = TestDatabase.down(
                folder().script("V2__second.sql"), database().history().get(1), List.of());
        assertThatThrownBy(() -> database().run(List.of(step))).isInstanceOf(ScriptFailedException.class);
        assertThat(database().historyLines()).containsExactly("V1__first.sql", "V2__second.sql FAILED_DOWN");

        List<AppliedMigration> failed = database().history().subList(1, 2);
        database().write((store, connection) -> store.forget(connection, failed));
        assertThat(database().historyLines()).containsExactly("V1__first.sql", "V2__second.sql");
    }

    @Test
    void makesGoodADownScriptThatFailedHalfWay() throws Exception {
        folder().add("V2__second.sql", "CREATE TABLE t2 (id INT);\n")
                .add("U2__second.sql", "DROP TABLE t2;\nDROP TABLE nowhere;\n");
        database().up(List.of(folder().script("V2__second.sql")));
        MigrationStep bad = TestDatabase.down(
                folder().script("V2__second.sql"), database().history().get(1), List.of());
        assertThatThrownBy(() -> database().run(List.of(bad))).isInstanceOf(ScriptFailedException.class);

        folder().add("U2__second.sql", "DROP TABLE IF EXISTS t2;\n");
        MigrationStep good = TestDatabase.down(
                folder().script("V2__second.sql"), database().history().get(1), List.of());
        database().run(List.of(good));
        assertThat(database().historyLines()).containsExactly("V1__first.sql");
        assertThat(database().plain(folder()).migrate().migrationsExecuted).isEqualTo(1);
    }
}
