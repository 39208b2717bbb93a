package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.error.EngineNotFoundException;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.model.Target;
import dev.switchback.core.port.EngineProvider;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a manager must not do to its surroundings: other managers, the caller's connections, secrets. */
@Timeout(120)
public abstract class IsolationContract extends WorkflowContract {

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on
     */
    protected IsolationContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    @Test
    void theCallersDataSourceIsUsedGivenBackAndNeverClosed() throws SQLException {
        files().write(Scenario.linear().before());
        try (MigrationManager manager =
                configureWithoutDatabase().dataSource(database().dataSource()).open()) {
            List<Runnable> commands = List.of(
                    manager::upgrade,
                    manager::status,
                    manager::check,
                    manager::history,
                    () -> manager.downgrade(Target.parse("-1")),
                    () -> manager.stamp(Target.head()),
                    manager::autoUpgrade);
            for (Runnable command : commands) {
                int before = database().connectionsGiven();
                command.run();
                assertThat(database().connectionsGiven()).isGreaterThan(before);
                assertThat(database().openConnections()).isZero();
            }
        }
        assertThat(database().dataSourceClosed()).isFalse();
        assertThat(database().tables()).contains("t1", "t2");
    }

    @Test
    void connectionsAreGivenBackAfterAFailureToo() {
        files().write(Scenario.failsAtSecondStatement().before());
        try (MigrationManager manager =
                configureWithoutDatabase().dataSource(database().dataSource()).open()) {
            assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(manager::upgrade);
            assertThat(database().openConnections()).isZero();
        }
    }

    @Test
    void openingConnectsToNothing() throws SQLException {
        files().write(Scenario.linear().before());
        open().close();
        assertUntouched();
        // where a server answers, one that does not shows it
        String nobodyListens = database().url().replaceFirst(":\\d+/", ":1/");
        configureWithoutDatabase().databaseUrl(nobodyListens).open().close();
    }

    @Test
    void openingOnTheCallersDataSourceKeepsNoConnection() {
        files().write(Scenario.linear().before());
        MigrationManager manager =
                configureWithoutDatabase().dataSource(database().dataSource()).open();
        assertThat(database().openConnections()).isZero();
        manager.close();
        manager.close();
        assertThat(database().dataSourceClosed()).isFalse();
    }

    @Test
    void twoManagersDoNotTouchEachOther() throws SQLException {
        files().write(Scenario.linear().before());
        MigrationFolder others = new MigrationFolder(folder().resolve("others"))
                .write(Scenario.gaps().before());
        try (FreshDatabase second = product().fresh(folder());
                MigrationManager one = open();
                MigrationManager two =
                        configure().databaseUrl(second.url()).dirs("others").open()) {
            assertThat(labels(one.upgrade(Target.parse("1")))).containsExactly("1");
            assertThat(labels(two.upgrade(Target.parse("3")))).containsExactly("1", "3");
            assertThat(labels(one.upgrade())).containsExactly("2", "3");
            others.put("V8__broken.sql", "INSERT INTO not_there (id) VALUES (1);\n");
            assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(two::upgrade);
            assertThat(labels(one.downgrade(Target.parse("-1")))).containsExactly("3");
            assertThat(labels(two.downgrade(Target.parse("1")))).containsExactly("7", "4", "3");
            assertThat(history(one))
                    .containsExactly(
                            "1 V1 'create t1' V1__create_t1.sql APPLIED", "2 V2 'create t2' V2__create_t2.sql APPLIED");
            assertThat(history(two)).containsExactly("1 V1 'create t1' V1__create_t1.sql APPLIED");
            assertThat(second.tables()).contains("t1").doesNotContain("t2");
        }
    }

    @Test
    void managersOfDifferentDatabasesRunAtTheSameTime() throws Exception {
        files().write(Scenario.linear(12).before());
        List<FreshDatabase> databases = new ArrayList<>();
        List<Callable<List<String>>> work = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            FreshDatabase each = product().fresh(folder());
            databases.add(each);
            work.add(() -> {
                try (MigrationManager manager =
                        configure().databaseUrl(each.url()).open()) {
                    manager.upgrade();
                    manager.downgrade(Target.parse("-3"));
                    return labels(manager.upgrade());
                }
            });
        }
        assertThat(together(work)).hasSize(4).allMatch(applied -> applied.equals(List.of("10", "11", "12")));
        for (FreshDatabase each : databases) {
            each.close();
        }
    }

    @Test
    void ofManyStartersEachMigrationRunsOnce() throws Exception {
        files().write(Scenario.linear(6).before());
        List<Callable<List<String>>> starters = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            boolean byUrl = i % 2 == 0;
            starters.add(() -> {
                try (MigrationManager manager = byUrl
                        ? open()
                        : configureWithoutDatabase()
                                .dataSource(database().dataSource())
                                .open()) {
                    return labels(manager.upgrade());
                }
            });
        }
        assertThat(together(starters).stream().flatMap(List::stream))
                .containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6");
        try (MigrationManager manager = open()) {
            assertThat(manager.check().ok()).isTrue();
            assertThat(history(manager)).hasSize(6);
        }
    }

    @Test
    void oneManagerCanBeUsedByManyThreads() throws Exception {
        files().write(Scenario.linear(4).before());
        try (MigrationManager manager = open()) {
            List<Callable<List<String>>> users = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                users.add(() -> {
                    manager.status();
                    return labels(manager.upgrade());
                });
            }
            assertThat(together(users).stream().flatMap(List::stream)).containsExactlyInAnyOrder("1", "2", "3", "4");
        }
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(work, 100, TimeUnit.SECONDS)) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void noSecretIsInAnErrorOrAnEvent() {
        String secret = database().password();
        String statement = "INSERT INTO not_there (id) VALUES ('" + secret + "');\n";
        files().write(Scenario.linear().before()).put("V4__secret.sql", statement);
        try (MigrationManager manager =
                configure().set(ConfigKey.PASSWORD, secret).open()) {
            manager.upgrade(Target.parse("3"));
            MigrationFailedException error = catchThrowableOfType(MigrationFailedException.class, manager::upgrade);
            assertNothingReveals(error, secret);
            assertThat(events()).noneMatch(event -> event.toString().contains(secret));
        }
    }

    @Test
    void noPasswordIsInAFailedLogin() throws SQLException {
        database().execute("CREATE TABLE t (id INTEGER PRIMARY KEY)");
        files().write(Scenario.linear().before());
        try (MigrationManager manager =
                configure().set(ConfigKey.PASSWORD, "wrong-Secr3t").open()) {
            Throwable error = catchThrowable(manager::status);
            if (database().user().isEmpty()) {
                assertThat(error).as("a database without users ignores it").isNull();
            } else {
                assertThat(error).isInstanceOf(SwitchbackException.class);
                assertNothingReveals(error, "wrong-Secr3t");
                assertNothingReveals(error, database().password());
            }
        }
    }

    private static void assertNothingReveals(Throwable error, String secret) {
        for (Throwable t = error; t != null; t = t.getCause()) {
            assertThat(t.toString()).doesNotContain(secret);
            for (Throwable suppressed : t.getSuppressed()) {
                assertThat(suppressed.toString()).doesNotContain(secret);
            }
        }
        if (error instanceof MigrationFailedException failed) {
            assertThat(failed.statement().toString()).doesNotContain(secret);
            assertThat(failed.nextStep()).doesNotContain(secret);
        }
    }

    @Test
    void theEngineIsFoundByItsIdAndNamedWhenItIsNot() {
        files().write(Scenario.linear().before());
        String id = provider().info().id();
        assertThatExceptionOfType(EngineNotFoundException.class)
                .isThrownBy(() -> configure().engine("nonesuch").open())
                .satisfies(e -> assertThat(e.available()).containsExactly(id));
        try (MigrationManager manager = configure().engine("auto").open()) {
            assertThat(manager.engine()).isEqualTo(provider().info());
        }
        assertThatExceptionOfType(EngineNotFoundException.class)
                .isThrownBy(() -> configure()
                        .classLoader(EngineLoader.of(List.of()))
                        .engine("auto")
                        .open())
                .satisfies(e -> assertThat(e.available()).isEmpty());
    }

    @Test
    void runningPrintsNothing() {
        files().write(Scenario.failsAtSecondStatement().before());
        try (Output output = Output.capture();
                MigrationManager manager = open()) {
            assertThat(catchThrowable(manager::upgrade)).isInstanceOf(MigrationFailedException.class);
            assertThat(output.text()).isEmpty();
        }
    }
}
