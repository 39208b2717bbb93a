package dev.switchback.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.error.MigrationFailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of H2 that cannot grow any more, in the middle of a run that keeps Liquibase's lock on a second connection. */
class FullDiskTest {

    /** In blocks of 512 bytes. */
    private static final String MOST = "6000";

    @ParameterizedTest
    @ValueSource(strings = {"auto", "none"})
    void aRunOnAFullDiskEnds(String lock, @TempDir Path folder) throws Exception {
        Path migrations = Files.createDirectory(folder.resolve("migrations"));
        Files.writeString(migrations.resolve("V1__big.sql"), """
                CREATE TABLE big (id INTEGER PRIMARY KEY, t VARCHAR(100000));
                INSERT INTO big SELECT x, RAWTOHEX(SECURE_RAND(500)) FROM SYSTEM_RANGE(1, 20000);
                """);
        Path out = folder.resolve("out.txt");
        Process process = new ProcessBuilder(List.of(
                        "sh",
                        "-c",
                        "ulimit -f " + MOST + "; exec \"$0\" \"$@\"",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FullDiskTest.class.getName(),
                        folder.toString(),
                        lock))
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(out)).contains("V1__big.sql:2: statement 2 failed");
    }

    /**
     * Migrates a folder.
     *
     * @param arguments the folder, and the kind of lock
     */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        try (MigrationManager manager = Switchback.configure()
                .baseDir(folder)
                .dirs("migrations")
                .engine("liquibase")
                .databaseUrl("h2:file:./app")
                .set(ConfigKey.LOCK_TYPE, arguments[1])
                .open()) {
            manager.upgrade();
        } catch (MigrationFailedException e) {
            System.out.println(e.getMessage());
        }
    }
}
