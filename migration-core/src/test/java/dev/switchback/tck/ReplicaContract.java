package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.api.health.HealthStatus;
import dev.switchback.api.health.MigrationHealth;
import dev.switchback.api.model.Target;
import dev.switchback.core.port.EngineProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL server of its own: in recovery, as a streaming replica is, or stopped while it works. With every engine. */
public abstract class ReplicaContract {

    private final EngineProvider provider;

    @TempDir
    private Path folder;

    /**
     * For the classes that name an engine.
     *
     * @param provider the engine
     */
    protected ReplicaContract(EngineProvider provider) {
        this.provider = provider;
    }

    private MigrationManager open(PostgresqlStandby server) {
        return configure(server).open();
    }

    private Switchback.Builder configure(PostgresqlStandby server) {
        return Switchback.configure()
                .baseDir(folder)
                .dirs("migrations")
                .engine(provider.info().id())
                .classLoader(EngineLoader.of(List.of(provider.getClass())))
                .databaseUrl(server.url())
                .set(ConfigKey.CONNECT_TIMEOUT, "2s");
    }

    private MigrationFolder files() {
        folder.toFile().setExecutable(true, false);
        return new MigrationFolder(folder.resolve("migrations"));
    }

    @Test
    void isReadAndNamedWhenSomethingWouldWrite() throws Exception {
        MigrationFolder files = files();
        files.write(Scenario.linear().before());
        Path data = Files.createDirectory(folder.resolve("data"));
        try (PostgresqlStandby server = PostgresqlStandby.start(data)) {
            try (MigrationManager manager = open(server)) {
                manager.upgrade();
            }
            server.becomeReplica();
            try (MigrationManager manager = open(server)) {
                assertThat(manager.status().current()).hasToString("Optional[3]");
                assertThat(MigrationHealth.of(manager).check().status()).isEqualTo(HealthStatus.UP);
                assertThat(manager.upgrade().changedAnything()).isFalse();
                files.write(Scenario.linear(4).before());
                assertThat(manager.check().pending()).hasSize(1);
                assertRefused(manager::upgrade);
                assertRefused(() -> manager.downgrade(Target.parse("-1")));
                assertRefused(() -> manager.stamp(Target.base()));
                assertThat(manager.history()).hasSize(3);
            }
        }
    }

    @Test
    void isStoppedInTheMiddleOfARun() throws Exception {
        files().write(Scenario.linear().before())
                .put("V4__slow.sql", "CREATE TABLE slow (id INTEGER);\nSELECT pg_sleep(50);\n");
        Path data = Files.createDirectory(folder.resolve("data"));
        try (PostgresqlStandby server = PostgresqlStandby.start(data)) {
            CompletableFuture<Void> stopped = new CompletableFuture<>();
            MigrationListener stopper = event -> {
                if (event instanceof MigrationEvent.StatementStarted statement
                        && statement.script().equals("V4__slow.sql")
                        && statement.index() == 2) {
                    new Thread(() -> stop(server, stopped), "stopper").start();
                }
            };
            try (MigrationManager manager = configure(server).listener(stopper).open()) {
                MigrationFailedException error = catchThrowableOfType(MigrationFailedException.class, manager::upgrade);

                assertThat(error.databaseState()).isEqualTo(DatabaseState.UNCHANGED);
                assertThat(error.completed().executed()).hasSize(3);
                assertThat(error.statement().line()).isEqualTo(2);
                assertThat(error.nextStep()).contains("run the same command again");
                stopped.get();
                assertThatExceptionOfType(DatabaseAccessException.class)
                        .isThrownBy(manager::status)
                        .withMessageContaining("cannot be reached");
                server.start();
                assertThat(manager.status().pending()).hasSize(1);
                assertThat(manager.status().problems()).isEmpty();
            }
        }
    }

    private static void stop(PostgresqlStandby server, CompletableFuture<Void> stopped) {
        try {
            Thread.sleep(300);
            server.stop();
            stopped.complete(null);
        } catch (IOException | InterruptedException e) {
            stopped.completeExceptionally(e);
        }
    }

    private static void assertRefused(ThrowingCallable command) {
        assertThatExceptionOfType(DatabaseAccessException.class)
                .isThrownBy(command)
                .withMessageContaining("connected to a read-only replica")
                .satisfies(e -> assertThat(e.nextStep()).contains("connect to the primary"));
    }
}
