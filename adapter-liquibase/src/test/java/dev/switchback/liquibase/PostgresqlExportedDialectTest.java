package dev.switchback.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.tck.DialectCase;
import dev.switchback.tck.PostgresqlDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PostgresqlExportedDialectTest extends ExportedDialectContract {
    PostgresqlExportedDialectTest() {
        super(new PostgresqlDatabase());
    }

    static List<DialectCase> cases() {
        return DialectCase.of(DatabaseKind.POSTGRESQL);
    }

    @Test
    void plainLiquibaseStopsAtADownScriptThatItCannotRun() throws Exception {
        files().put("V1__a.sql", "create table a (x int);")
                .put("U1__a.sql", "create table b (x int);\ncopy b from stdin;\n1\n\\.\n");
        Path changelog = folder().resolve("changelog.xml");
        String reason;
        try (MigrationManager manager = configure().open()) {
            manager.upgrade();
            reason = manager.export("liquibase", changelog).warnings().get(0);
        }
        assertThat(reason).startsWith("U1__a.sql:2: plain Liquibase cannot send the rows");
        PlainLiquibase plain = new PlainLiquibase(folder(), changelog, database()::connection);
        assertThatThrownBy(() -> plain.rollback(1)).hasStackTraceContaining(reason);
        assertThat(database().tables()).contains("a").doesNotContain("b");
        assertThat(plain.pending()).isEmpty();
    }

    @Test
    void plainLiquibaseRunsADumpWithoutTheCommandsOfPsql() throws Exception {
        files().put(
                        "V1__dump.sql",
                        "\\restrict x\ncreate table a (x int);\ninsert into a values (1);\n\\unrestrict x\n");
        Path changelog = folder().resolve("changelog.xml");
        try (MigrationManager manager = configure().open()) {
            assertThat(manager.export("liquibase", changelog).warnings()).isEmpty();
            new PlainLiquibase(folder(), changelog, database()::connection).update();
            assertThat(database().column("select x from a")).containsExactly("1");
            assertThat(manager.check().ok()).isTrue();
        }
    }
}
