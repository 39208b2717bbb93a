package dev.switchback.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.health.HealthStatus;
import dev.switchback.api.health.MigrationHealth;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

final class MigrationHealthTest {

    @TempDir
    Path dir;

    private final AtomicInteger asked = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    @Test
    void asksTheDatabaseOnceHoweverOftenItIsAsked() throws Exception {
        try (MigrationManager manager = migrated()) {
            MigrationHealth health = MigrationHealth.of(manager);
            asked.set(0);
            for (int i = 0; i < 50; i++) {
                assertThat(health.check().status()).isEqualTo(HealthStatus.UP);
            }
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void keepsNothingIfItIsToldTo() throws Exception {
        try (MigrationManager manager = migrated()) {
            MigrationHealth health = MigrationHealth.of(manager, Duration.ofSeconds(5), Duration.ZERO);
            asked.set(0);
            health.check();
            health.check();
            assertThat(asked).hasValue(2);
        }
    }

    @Test
    void doesNotWaitForADatabaseThatDoesNotAnswerAndDoesNotAskItTwice() throws Exception {
        try (MigrationManager manager = migrated()) {
            MigrationHealth health = MigrationHealth.of(manager, Duration.ofMillis(100), Duration.ofSeconds(10));
            gate = new CountDownLatch(1);
            asked.set(0);
            long before = System.nanoTime();
            for (int i = 0; i < 3; i++) {
                assertThat(health.check().status()).isEqualTo(HealthStatus.UNREACHABLE);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
            assertThat(asked).hasValue(1);

            gate.countDown();
            HealthStatus status = HealthStatus.UNREACHABLE;
            while (status == HealthStatus.UNREACHABLE) {
                status = health.check().status();
            }
            assertThat(status).isEqualTo(HealthStatus.UP);
        }
    }

    @Test
    void seesTheEndOfAMigrationWithinASecondOrTwo() throws Exception {
        Application application = Application.in(dir, "flyway");
        MigrateOnStartup.run(application.upgrading());
        application.write("V3__more.sql", "CREATE TABLE more (id INTEGER);\n");
        try (MigrationManager manager = open()) {
            MigrationHealth health = MigrationHealth.of(manager, Duration.ofSeconds(5), Duration.ofHours(1));
            assertThat(health.check().status()).isEqualTo(HealthStatus.PENDING);
            manager.upgrade();
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (!health.check().up() && System.nanoTime() < end) {
                Thread.sleep(50);
            }
            assertThat(health.check().up()).isTrue();
        }
    }

    private MigrationManager migrated() throws Exception {
        MigrateOnStartup.run(Application.in(dir, "flyway").upgrading());
        return open();
    }

    private MigrationManager open() {
        return Switchback.configure()
                .baseDir(dir)
                .engine("flyway")
                .dataSource(watched())
                .open();
    }

    /** Counts who asks for a connection, and lets nobody pass while the gate is closed. */
    private DataSource watched() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + dir.resolve("app.db"));
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        asked.incrementAndGet();
                        gate.await();
                    }
                    try {
                        return method.invoke(source, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }
}
