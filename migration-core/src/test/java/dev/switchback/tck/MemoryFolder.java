package dev.switchback.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Where databases of tests lie: in memory on a Linux with enough of it, else where temporary files lie. What a crash of the
 * whole machine leaves behind is tested nowhere, and files that reach a disk cost a fifth of the processor time of the
 * tests.
 */
public final class MemoryFolder implements TempDirFactory {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ENOUGH = 4L << 30;
    private static final String PREFIX = "switchback-test-";
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    /** For JUnit. */
    public MemoryFolder() {}

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
        return create("junit");
    }

    /** A new folder, which the caller deletes; of a JVM that was killed, a later one does it. */
    static Path create(String name) throws IOException {
        return Holder.IN_MEMORY
                ? Files.createTempDirectory(MEMORY, PREFIX + name)
                : Files.createTempDirectory(PREFIX + name);
    }

    private static final class Holder {
        static final boolean IN_MEMORY = isRoomy() && sweep();

        /** A container has 64 MB there, unless it was given more. */
        private static boolean isRoomy() {
            try {
                return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ENOUGH;
            } catch (IOException e) {
                return false;
            }
        }

        private static boolean sweep() {
            Instant forgotten = Instant.now().minus(FORGOTTEN);
            try (Stream<Path> all = Files.list(MEMORY)) {
                for (Path folder : all.filter(f -> f.getFileName().toString().startsWith(PREFIX))
                        .toList()) {
                    if (Files.getLastModifiedTime(folder).toInstant().isBefore(forgotten)) {
                        delete(folder);
                    }
                }
                return true;
            } catch (IOException | UncheckedIOException e) {
                // another JVM is sweeping too, or they are somebody else's
                return true;
            }
        }
    }

    /** Deletes a folder and what is in it. */
    static void delete(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(folder)) {
            paths = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
