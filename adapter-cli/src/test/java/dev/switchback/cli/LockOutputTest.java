package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.SettingsLoader;
import dev.switchback.api.error.MigrationLockException;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.api.model.DriverInfo;
import dev.switchback.api.model.EngineInfo;
import dev.switchback.api.model.LockHolder;
import dev.switchback.cli.command.ApiEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says of the lock: who holds it, who is waited for, who was faster. */
final class LockOutputTest {

    @TempDir
    private Path folder;

    @Test
    void lockStatusNamesTheHolderAndEndsWell() {
        CommandLineRun.Outcome outcome =
                CommandLineRun.in(folder, FakeMigrations.sound()).run("lock", "status");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).isEqualTo("""
                Database  /data/shop.db (SQLite)
                Lock      advisory lock 1

                • held by pid 4711 on web-1 (session 8123), for 1 min 5 s, running: CREATE INDEX i ON t (a)
                  If nobody else ends it: SELECT pg_terminate_backend(8123)
                """);
    }

    @Test
    void lockStatusIsDataIfAskedFor() throws Exception {
        CommandLineRun.Outcome outcome =
                CommandLineRun.in(folder, FakeMigrations.sound()).run("lock", "status", "--json");
        Map<String, Object> document = JSON.std.mapFrom(outcome.out());
        assertThat(document).containsEntry("result", "HELD").containsEntry("exitCode", 0);
        assertThat(document).containsEntry("held", true).containsEntry("lock", "advisory lock 1");
        assertThat(Objects.requireNonNull(document.get("holders")).toString())
                .contains("kind=run", "pid=4711", "host=web-1", "session=8123", "ageMs=65000")
                .contains("since=2026-11-01T12:03:11.500Z", "release=SELECT pg_terminate_backend(8123)");
    }

    @Test
    void anErrorCarriesTheHolderAsData() throws Exception {
        FakeMigrations fake = FakeMigrations.failing(
                MigrationLockException.notFree(Duration.ofSeconds(60), Samples.holder(LockHolder.Kind.LEFTOVER)));
        CommandLineRun.Outcome outcome = CommandLineRun.in(folder, fake).run("upgrade", "--json");
        assertThat(outcome.exitCode()).isEqualTo(8);
        Map<String, Object> document = JSON.std.mapFrom(outcome.out());
        assertThat(Objects.requireNonNull(document.get("error")).toString())
                .contains("holder={kind=leftover, name=pid 4711 on web-1")
                .contains("the server still executes what is left of pid 4711 on web-1 (session 8123)")
                .contains("or end it: SELECT pg_terminate_backend(8123)");
    }

    @Test
    void whoWasSlowerSaysWhoDidTheWork() throws Exception {
        FakeMigrations fake = FakeMigrations.slower();
        CommandLineRun.Outcome text = CommandLineRun.in(folder, fake).run("upgrade");
        assertThat(text.out())
                .isEqualTo("Nothing to do, at 1: 2 migrations were applied meanwhile by pid 4711 on web-1.\n");
        CommandLineRun.Outcome auto = CommandLineRun.in(folder, fake).run("auto-upgrade");
        assertThat(auto.out()).isEqualTo("✓ nothing to do: 2 migrations were applied meanwhile by pid 4711 on web-1\n");
        CommandLineRun.Outcome json = CommandLineRun.in(folder, fake).run("upgrade", "--json");
        Map<String, Object> document = JSON.std.mapFrom(json.out());
        assertThat(Objects.requireNonNull(document.get("meanwhile")).toString())
                .startsWith("{direction=up, migrations=[{version=1,")
                .contains("by=[{kind=run, name=pid 4711 on web-1");
    }

    @Test
    void whileItWaitsItSaysForWhom() {
        assertThat(waiting(Optional.of(Samples.holder(LockHolder.Kind.RUN))))
                .isEqualTo("Waiting for the migration lock, 10.2 s so far: held by pid 4711 on web-1 (session 8123),"
                        + " for 1 min 5 s, running: CREATE INDEX i ON t (a)\n");
        assertThat(waiting(Optional.of(Samples.holder(LockHolder.Kind.LEFTOVER))))
                .startsWith(
                        "Waiting for the migration lock, 10.2 s so far: there is what is left of pid 4711 on web-1");
        assertThat(waiting(Optional.of(Samples.holder(LockHolder.Kind.ENGINE))))
                .startsWith("Waiting for the migration lock, 10.2 s so far: the engine's own lock is held by pid 4711");
        assertThat(waiting(Optional.empty())).isEqualTo("Waiting for the migration lock, 10.2 s so far\n");
    }

    private String waiting(Optional<LockHolder> holder) {
        FakeMigrations fake = FakeMigrations.sound();
        ApiEntry api = new ApiEntry() {
            @Override
            public MigrationManager open(SettingsLoader settings, MigrationListener listener) {
                listener.on(new MigrationEvent.LockWaiting(Duration.ofMillis(10_200), holder));
                return fake.open(settings, listener);
            }

            @Override
            public List<EngineInfo> engines() {
                return fake.engines();
            }

            @Override
            public List<DriverInfo> drivers() {
                return fake.drivers();
            }
        };
        return CommandLineRun.in(folder, api).run("upgrade").err();
    }
}
