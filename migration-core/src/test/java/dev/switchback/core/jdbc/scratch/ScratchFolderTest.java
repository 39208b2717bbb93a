package dev.switchback.core.jdbc.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a killed process is removed at once, and what is in use never. */
final class ScratchFolderTest {

    @TempDir
    private Path temporary;

    private SqliteScratchDatabase scratch() throws IOException {
        return SqliteScratchDatabase.create(false, Optional.of(temporary), Clock.systemUTC(), Duration.ofSeconds(10));
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> entries = Files.list(temporary)) {
            return entries.sorted().toList();
        }
    }

    private Process owner() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScratchFolderTest.class.getName(),
                        temporary.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Makes a scratch database, says so, and keeps it until nobody listens any more. */
    public static void main(String[] arguments) throws IOException, SQLException {
        try (SqliteScratchDatabase scratch = SqliteScratchDatabase.create(
                        false, Optional.of(Path.of(arguments[0])), Clock.systemUTC(), Duration.ofSeconds(10));
                Connection connection = scratch.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE book (id INTEGER)");
            System.out.write("made\n".getBytes(StandardCharsets.US_ASCII));
            System.out.flush();
            System.in.read();
        }
    }

    private static void awaitMade(Process process) throws IOException {
        assertThat(process.inputReader(StandardCharsets.US_ASCII).readLine()).isEqualTo("made");
    }

    @Test
    @Timeout(60)
    void theNextRunRemovesWhatAKilledOneHasLeftAndNothingThatIsInUse() throws Exception {
        Process killed = owner();
        Process living = owner();
        try {
            awaitMade(killed);
            awaitMade(living);
            try (SqliteScratchDatabase first = scratch();
                    SqliteScratchDatabase second = scratch()) {
                assertThat(folders()).as("all in use").hasSize(4);
                killed.destroyForcibly().waitFor();
                assertThat(folders()).as("left by the killed one").hasSize(4);
                scratch().close();
                // this process has looked at the folders, and has its locks still
                assertThat(folders()).as("without what was left").hasSize(3);
                Process other = owner();
                awaitMade(other);
                assertThat(folders()).hasSize(4);
                other.getOutputStream().close();
                assertThat(other.waitFor()).isZero();
                assertThat(folders()).hasSize(3);
                try (Connection connection = first.connect();
                        Connection another = second.connect()) {
                    assertThat(connection.isValid(1) && another.isValid(1)).isTrue();
                }
            }
            living.getOutputStream().close();
            assertThat(living.waitFor()).isZero();
            assertThat(folders()).isEmpty();
        } finally {
            killed.destroyForcibly();
            living.destroyForcibly();
        }
    }

    @Test
    void aFolderWithoutALockIsRemovedOnceItIsOldAndNothingElseEver() throws IOException {
        Path begun = Files.createDirectory(temporary.resolve("switchback-scratch-1-1-begun"));
        Path old = Files.createDirectory(temporary.resolve("switchback-scratch-1-1-old"));
        Path foreign = Files.createDirectory(temporary.resolve("switchback-scratches"));
        Path file = Files.createFile(temporary.resolve("notes.txt"));
        // whoever made it could let it lead elsewhere while it is being removed
        Path link = Files.createSymbolicLink(temporary.resolve("switchback-scratch-1-1-link"), foreign);
        Files.createFile(foreign.resolve("owner.lock"));
        FileTime longAgo = FileTime.from(Clock.systemUTC().instant().minus(Duration.ofHours(2)));
        Files.setLastModifiedTime(old, longAgo);
        Files.setLastModifiedTime(foreign, longAgo);

        scratch().close();

        assertThat(folders()).containsExactlyInAnyOrder(begun, foreign, link, file);
        assertThat(foreign.resolve("owner.lock")).exists();
    }
}
