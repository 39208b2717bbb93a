package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.model.Target;
import dev.switchback.core.port.EngineProvider;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Behind a pgbouncer in transaction pooling, with its own settings. With every engine, wherever pgbouncer is installed;
 * in CI it has to be.
 */
public abstract class PoolerContract extends WorkflowContract {

    /**
     * For the classes that name an engine.
     *
     * @param provider the engine
     */
    protected PoolerContract(EngineProvider provider) {
        super(provider, new PostgresqlDatabase());
    }

    /** Something to try through a pooler. */
    private interface Attempt {
        void with(TransactionPooler pooler) throws Exception;
    }

    private List<DynamicTest> through(int poolSize, String name, Attempt attempt) {
        if (TransactionPooler.program().isEmpty()) {
            return List.of(DynamicTest.dynamicTest(
                    "pgbouncer is not installed here, which is all right outside of CI",
                    () -> assertThat(System.getenv("CI")).as("CI installs it").isNull()));
        }
        return List.of(DynamicTest.dynamicTest(name, () -> {
            try (TransactionPooler pooler =
                    TransactionPooler.start(database(), Files.createDirectory(folder().resolve("pooler")), poolSize)) {
                attempt.with(pooler);
            }
        }));
    }

    private Switchback.Builder configure(String url) {
        return configureWithoutDatabase().databaseUrl(url).set(ConfigKey.CONNECT_TIMEOUT, "2s");
    }

    @TestFactory
    List<DynamicTest> everythingWorks() {
        return through(20, "with 20 server sessions", pooler -> {
            files().write(Scenario.linear(8).before());
            try (MigrationManager manager = configure(pooler.url()).open()) {
                assertThat(manager.upgrade().executed()).hasSize(8);
                assertThat(manager.downgrade(Target.parse("-3")).executed()).hasSize(3);
                assertThat(manager.upgrade().executed()).hasSize(3);
                assertThat(manager.stamp(Target.parse("7")).forgotten()).hasSize(1);
                assertThat(manager.status().pending()).hasSize(1);
            }
        });
    }

    @TestFactory
    List<DynamicTest> aPoolOfOneIsNamed() {
        return through(1, "with one server session", pooler -> {
            files().write(Scenario.linear().before());
            try (MigrationManager manager = configure(pooler.url()).open()) {
                assertThat(manager.status().pending()).hasSize(3);
                assertThatExceptionOfType(DatabaseAccessException.class)
                        .isThrownBy(manager::upgrade)
                        .withMessageContaining("no second connection")
                        .satisfies(e -> assertThat(e.nextStep()).contains("default_pool_size", "direct-url"));
                assertThat(manager.status().pending()).hasSize(3);
            }
            assertThat(database().tables()).isEmpty();
        });
    }

    @TestFactory
    List<DynamicTest> whatThePoolerRefusesIsNamed() {
        return through(20, "with startup parameters", pooler -> {
            files().write(Scenario.linear().before());
            for (String parameter : List.of("schema=public", "options=-c%20lock_timeout=2s")) {
                try (MigrationManager manager =
                        configure(pooler.url() + "?" + parameter).open()) {
                    assertThatExceptionOfType(DatabaseAccessException.class)
                            .isThrownBy(manager::status)
                            .withMessageContaining("pooler")
                            .withMessageContaining("unsupported startup parameter")
                            .satisfies(
                                    e -> assertThat(e.nextStep()).contains("direct-url", "ignore_startup_parameters"));
                }
            }
        });
    }

    @TestFactory
    List<DynamicTest> migrationsGoAroundItWithADirectUrl() {
        return through(1, "with direct-url", pooler -> {
            files().write(Scenario.linear().before());
            try (MigrationManager manager = configure(pooler.url())
                    .set(ConfigKey.DIRECT_URL, database().url())
                    .open()) {
                assertThat(manager.upgrade().executed()).hasSize(3);
            }
        });
    }

    @TestFactory
    List<DynamicTest> ofThreeStartersEachMigrationRunsOnceAnIndexBuiltConcurrentlyToo() {
        return through(20, "with three starters", pooler -> {
            files().write(Scenario.linear(6).before())
                    .put("V10__index.sql", "CREATE INDEX CONCURRENTLY t1_name ON t1 (name);\n")
                    .put("V11__after.sql", "CREATE TABLE after_it (id INTEGER PRIMARY KEY);\n");
            List<CompletableFuture<List<String>>> starters = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                starters.add(OwnThread.supply(() -> {
                    try (MigrationManager manager = configure(pooler.url()).open()) {
                        return labels(manager.upgrade());
                    }
                }));
            }
            List<String> applied = new ArrayList<>();
            for (CompletableFuture<List<String>> starter : starters) {
                applied.addAll(starter.get(60, TimeUnit.SECONDS));
            }
            assertThat(applied).containsExactly("1", "2", "3", "4", "5", "6", "10", "11");
            assertThat(database()
                            .column("SELECT indexrelid::regclass FROM pg_index WHERE indisvalid"
                                    + " AND indrelid = 't1'::regclass"))
                    .contains("t1_name");
            try (MigrationManager manager = configure(pooler.url()).open()) {
                assertThat(manager.lockStatus().held()).isFalse();
                assertThat(manager.check().ok()).isTrue();
            }
        });
    }
}
