package dev.switchback.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.model.Problem;
import dev.switchback.tck.ProblemsContract;
import dev.switchback.tck.SqliteDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class FlywaySqliteProblemsContractTest extends ProblemsContract {
    FlywaySqliteProblemsContractTest() {
        super(new FlywayEngineProvider(), new SqliteDatabase());
    }

    /** Forgotten it would run again under plain Flyway, which has the class. */
    @Test
    void anAppliedJavaMigrationIsSettledByItsSql() throws SQLException {
        files().put("V1__one.sql", "CREATE TABLE one (id INTEGER);\n")
                .put("V3__three.sql", "CREATE TABLE three (id INTEGER);\n");
        try (MigrationManager manager = configure().open()) {
            manager.upgrade();
            database()
                    .execute("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
                            + " checksum, installed_by, installed_on, execution_time, success) VALUES (3, '2', 'two more',"
                            + " 'JDBC', 'db.migration.V2__two_more', NULL, '', '2024-01-01 00:00:00', 1, 1)");
            Problem problem = manager.check().problems().get(0);
            assertThat(problem.message())
                    .isEqualTo("db.migration.V2__two_more is applied, but it is a Java migration, and those are not run"
                            + " here");
            assertThat(problem.nextStep())
                    .isEqualTo("write what it did in V2__two_more.sql, which only databases without it will run; or set"
                            + " missing=warn");

            files().put("V2__two_more.sql", "CREATE TABLE two (id INTEGER);\n");
            assertThat(manager.check().problems()).isEmpty();
            assertThat(manager.upgrade().changedAnything()).isFalse();
        }
    }
}
