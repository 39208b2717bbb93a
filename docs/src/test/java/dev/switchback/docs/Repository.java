package dev.switchback.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The repository that the tests run in. */
public final class Repository {

    private Repository() {}

    /** Its root folder. */
    public static Path root() {
        Path dir = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(dir.resolve("migration-api"))) {
            Path parent = dir.getParent();
            if (parent == null) {
                throw new IllegalStateException(
                        "not inside the repository: " + Path.of("").toAbsolutePath());
            }
            dir = parent;
        }
        return dir;
    }

    /** The distribution that this build has made. */
    public static Path distribution() {
        try (Stream<Path> files = Files.list(root().resolve("adapter-cli/target"))) {
            return files.filter(Files::isDirectory)
                    .filter(path -> path.getFileName().toString().startsWith("switchback-"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The Java files of all modules.
     *
     * @param sourceSet {@code main} or {@code test}
     * @return the files, sorted
     */
    public static List<Path> javaFiles(String sourceSet) {
        try (Stream<Path> modules = Files.list(root())) {
            return modules.map(m -> m.resolve("src").resolve(sourceSet).resolve("java"))
                    .filter(Files::isDirectory)
                    .flatMap(Repository::walk)
                    .filter(f -> f.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All Java files of all modules, those of the examples too. */
    public static List<Path> javaFiles() {
        try (Stream<Path> modules = Files.list(root())) {
            return Stream.concat(modules.map(m -> m.resolve("src")), Stream.of(root().resolve("docs/examples")))
                    .filter(Files::isDirectory)
                    .flatMap(Repository::walk)
                    .filter(f -> f.toString().endsWith(".java") && !f.toString().contains("/target/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
