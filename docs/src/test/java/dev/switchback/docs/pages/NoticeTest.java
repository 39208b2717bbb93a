package dev.switchback.docs.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.docs.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The notice names the libraries that the distribution bundles, all of them and no other. */
final class NoticeTest {

    private static final Pattern JAR = Pattern.compile("(.+?)-[0-9].*\\.jar");

    @Test
    void namesEveryBundledLibrary() throws IOException {
        Set<String> bundled = new TreeSet<>();
        try (Stream<Path> files = Files.list(Repository.distribution().resolve("lib"))) {
            for (Path file : files.toList()) {
                Matcher name = JAR.matcher(file.getFileName().toString());
                assertThat(name.matches()).as("%s", file).isTrue();
                if (!isOurs(name.group(1))) {
                    bundled.add(name.group(1));
                }
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
