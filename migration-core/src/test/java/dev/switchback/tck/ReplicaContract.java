package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.health.HealthStatus;
import dev.switchback.api.health.MigrationHealth;
import dev.switchback.api.model.Target;
import dev.switchback.core.port.EngineProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL server in recovery, as a streaming replica is. With every engine. */
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
        return Switchback.configure()
                .baseDir(folder)
                .dirs("migrations")
                .engine(provider.info().id())
                .classLoader(EngineLoader.of(List.of(provider.getClass())))
                .databaseUrl(server.url())
                .open();
    }

    @Test
    void isReadAndNamedWhenSomethingWouldWrite() throws Exception {
        folder.toFile().setExecutable(true, false);
        MigrationFolder files = new MigrationFolder(folder.resolve("migrations"));
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

    private static void assertRefused(ThrowingCallable command) {
        assertThatExceptionOfType(DatabaseAccessException.class)
                .isThrownBy(command)
                .withMessageContaining("connected to a read-only replica")
                .satisfies(e -> assertThat(e.nextStep()).contains("connect to the primary"));
    }
}
