package dev.switchback.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pool and the drivers log at their most talkative has no part of a password or of a passphrase in it. */
final class PoolLogTest {

    /** No text has two of these letters in a row by chance. */
    private static final String SECRET = "XQ-ZJ_QX.JZ-XX_QJ.ZX";

    @TempDir
    Path folder;

    @Test
    void hasNoSecretInIt() throws Exception {
        Files.createDirectory(folder.resolve("migrations"));
        Files.writeString(folder.resolve("migrations/V1__one.sql"), "CREATE TABLE one (id INTEGER);\n");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PooledStart.class.getName(),
                        folder.toString(),
                        SECRET))
                .redirectErrorStream(true)
                .start();
        String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(log).isZero();
        assertThat(log).contains("com.zaxxer.hikari", "applied 1 of 1 pending", "the login was refused");
        String seen = log.toLowerCase(Locale.ROOT);
        for (int at = 0; at + 4 <= SECRET.length(); at++) {
            assertThat(seen).as(log).doesNotContain(SECRET.substring(at, at + 4).toLowerCase(Locale.ROOT));
        }
    }
}
