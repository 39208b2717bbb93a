package dev.switchback.docs.bench;

import dev.switchback.docs.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code docs/reference/performance.md}: what two benchmarks write, each its own part. */
final class PerformancePage {

    private static final String START = "## Starting an application at head";

    private PerformancePage() {}

    /** Replaces everything but the part about starts. */
    static Path write(String page) throws IOException {
        return Files.writeString(file(), page.stripTrailing() + "\n\n" + startPart());
    }

    /** Replaces the part about starts. */
    static Path writeStarts(String part) throws IOException {
        String page = Files.readString(file()).replace(startPart(), "");
        return Files.writeString(file(), page.stripTrailing() + "\n\n" + START + "\n\n" + part.stripTrailing() + "\n");
    }

    private static String startPart() throws IOException {
        String page = Files.readString(file());
        int start = page.indexOf(START);
        return start < 0 ? "" : page.substring(start);
    }

    private static Path file() {
        return Repository.root().resolve("docs/reference/performance.md");
    }
}
