package dev.switchback.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.PostgresqlDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody has a transaction open in which he did something to the table of the history. */
final class LockedHistoryTest {

    @TempDir
    Path dir;

    @ParameterizedTest
    @CsvSource({
        "flyway,verify,flyway_schema_history",
        "flyway,upgrade,flyway_schema_history",
        "liquibase,upgrade,databasechangelog"
    })
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void isWaitedForOnlySoLong(String engine, String mode, String table) throws Exception {
        Application application = Application.in(dir, engine);
        try (FreshDatabase database = new PostgresqlDatabase().fresh(dir);
                Connection other = database.dataSource().getConnection()) {
            Switchback.Builder at = application.mode(mode).databaseUrl(database.url());
            MigrateOnStartup.run(at.copy().set(ConfigKey.STARTUP_MODE, "upgrade"));
            other.setAutoCommit(false);
            other.createStatement().execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");

            assertThatExceptionOfType(DatabaseAccessException.class)
                    .isThrownBy(() -> MigrateOnStartup.run(at.copy().set(ConfigKey.DDL_LOCK_TIMEOUT, "1s")))
                    .withMessageContaining("another session holds a lock on what is needed");

            other.rollback();
            assertThat(MigrateOnStartup.run(at).health().up()).isTrue();
        }
    }
}
