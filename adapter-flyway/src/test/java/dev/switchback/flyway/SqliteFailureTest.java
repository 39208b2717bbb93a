package dev.switchback.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.port.ScriptFailedException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SqliteFailureTest extends FailureContract {
    SqliteFailureTest() {
        super(DatabaseKind.SQLITE);
    }

    @Test
    void takesBackEvenChangesOfTheSchema() throws Exception {
        List<String> before = database().rows();
        fail("V2__bad.sql", "CREATE TABLE t2 (id INT);\nINSERT INTO nowhere VALUES (1);\n");

        assertThat(database().query("SELECT name FROM sqlite_master WHERE name = 't2'"))
                .isEmpty();
        assertThat(database().rows()).isEqualTo(before);
    }

    @Test
    void takesBackADownScriptThatFails() throws Exception {
        folder().add("U1__first.sql", "DROP TABLE first;\nDROP TABLE nowhere;\n");
        MigrationStep step = TestDatabase.down(
                folder().script("V1__first.sql"), database().history().get(0), List.of());

        assertThatThrownBy(() -> database().run(List.of(step))).isInstanceOf(ScriptFailedException.class);
        assertThat(database().query("SELECT id FROM first")).isEmpty();
        assertThat(database().historyLines()).containsExactly("V1__first.sql");
    }
}
