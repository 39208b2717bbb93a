package dev.switchback.tck.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.model.StatusReport;
import dev.switchback.tck.EngineLoader;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.H2Database;
import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.MigrationFolder;
import dev.switchback.tck.OwnThread;
import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.Scenario;
import dev.switchback.tck.SqliteDatabase;
import dev.switchback.tck.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One process migrates, another one waits for it. */
@Timeout(60)
class AwaitTest {

    private static final Duration LONG = Duration.ofSeconds(50);

    @TempDir
    private Path folder;

    private final List<MigrationEvent> events = new CopyOnWriteArrayList<>();

    static Stream<TestDatabase> databases() {
        return Stream.of(new SqliteDatabase(), new H2Database(), new PostgresqlDatabase(), new MariadbDatabase());
    }

    private Switchback.Builder configure() {
        return Switchback.configure()
                .baseDir(folder)
                .dirs("migrations")
                .engine("fake")
                .classLoader(EngineLoader.of(List.of(FakeEngineProvider.class)))
                .listener(events::add);
    }

    private void files(Scenario scenario) {
        new MigrationFolder(folder.resolve("migrations")).write(scenario.before());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void isAtHeadWhenTheOtherIsDone(TestDatabase product) throws Exception {
        files(Scenario.linear());
        CountDownLatch waits = new CountDownLatch(1);
        try (FreshDatabase database = product.fresh(folder);
                MigrationManager waiting = configure()
                        .databaseUrl(database.url())
                        .listener(event -> waits.countDown())
                        .open();
                MigrationManager migrating =
                        configure().databaseUrl(database.url()).open()) {
            CompletableFuture<?> other = OwnThread.supply(() -> {
                await(waits);
                return migrating.upgrade();
            });

            StatusReport status = waiting.awaitHead(LONG);

            assertThat(status.pending()).isEmpty();
            assertThat(status.current()).hasToString("Optional[3]");
            other.get();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void tellsWhatIsPendingWhenTheTimeIsOver() throws Exception {
        files(Scenario.linear());
        try (FreshDatabase database = new SqliteDatabase().fresh(folder);
                MigrationManager manager =
                        configure().databaseUrl(database.url()).open()) {
            assertThat(manager.awaitHead(Duration.ofMillis(600)).pending()).hasSize(3);
            assertThat(database.exists()).as("waiting creates nothing").isFalse();
            assertThat(events)
                    .first()
                    .isInstanceOfSatisfying(
                            MigrationEvent.DatabaseWaiting.class,
                            e -> assertThat(e.reason()).isEqualTo("3 pending"));
        }
    }

    @Test
    void doesNotWaitForFilesToMendThemselves() throws Exception {
        new MigrationFolder(folder.resolve("migrations")).put("V1_bad name.sql", "CREATE TABLE t (id INTEGER);\n");
        try (FreshDatabase database = new SqliteDatabase().fresh(folder);
                MigrationManager manager =
                        configure().databaseUrl(database.url()).open()) {
            assertThat(manager.awaitHead(LONG).problems()).isNotEmpty();
            assertThat(events).isEmpty();
        }
    }

    @Test
    void aDatabaseOfAServerThatNeverComesIsAnError() {
        files(Scenario.linear());
        try (MigrationManager manager =
                configure().databaseUrl("postgres://u:p@127.0.0.1:1/db").open()) {
            assertThatExceptionOfType(DatabaseAccessException.class)
                    .isThrownBy(() -> manager.awaitDatabase(Duration.ofMillis(300)))
                    .withMessageContaining("cannot be reached");
            assertThatExceptionOfType(DatabaseAccessException.class)
                    .isThrownBy(() -> manager.awaitHead(Duration.ofMillis(300)))
                    .withMessageContaining("cannot be reached");
            assertThat(events).hasSize(2).allMatch(MigrationEvent.DatabaseWaiting.class::isInstance);
        }
    }

    @Test
    void theSettingWaitsForTheDataSourceThatIsAskedWhatItIs() throws Exception {
        files(Scenario.linear());
        AtomicInteger refusals = new AtomicInteger(2);
        try (FreshDatabase database = new PostgresqlDatabase().fresh(folder)) {
            DataSource late = new LateDataSource(database.dataSource(), () -> {
                if (refusals.getAndDecrement() > 0) {
                    throw new SQLNonTransientConnectionException("starting up", "57P03");
                }
            });
            try (MigrationManager manager = configure()
                    .dataSource(late)
                    .set(ConfigKey.CONNECT_WAIT, "30s")
                    .open()) {
                assertThat(manager.upgrade().executed()).hasSize(3);
            }
            assertThat(events)
                    .first()
                    .isInstanceOfSatisfying(
                            MigrationEvent.DatabaseWaiting.class,
                            e -> assertThat(e.reason()).contains("starting"));
        }
    }
}
