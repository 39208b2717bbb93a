package dev.switchback.cli;

import dev.switchback.cli.terminal.Environment;
import dev.switchback.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the launcher runs once, in a folder of its own, to learn which classes are loaded at a start: a project with one
 * migration. Besides, it keeps the library that SQLite's driver has taken out of its jar. Never run by people.
 */
public final class Warmup {

    private static final String LIBRARY = "libsqlitejdbc";

    private Warmup() {}

    /**
     * Runs a few commands.
     *
     * @param args an empty folder, which is also where the driver of SQLite puts its library
     * @throws IOException if the folder cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Path project = Files.createDirectories(folder.resolve("project"));
        Files.createDirectories(project.resolve("migrations"));
        Files.writeString(project.resolve("migrations/V1__one.sql"), "CREATE TABLE one (id INTEGER);\n");
        Environment environment =
                new Environment(Map.of("SWITCHBACK_ENGINE", "flyway"), project, StandardCharsets.UTF_8, "17");
        for (List<String> command :
                List.of(List.of("status"), List.of("upgrade"), List.of("status"), List.of("check", "--json"))) {
            Main.run(environment, new Nowhere(), command.toArray(String[]::new));
        }
        // what only a process of its own has: its environment and its streams
        Main.start("version");
        keepLibrary(folder);
    }

    private static void keepLibrary(Path folder) throws IOException {
        Path kept = Files.createDirectories(folder.resolve("native"));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                int at = name.indexOf(LIBRARY);
                if (at > 0 && !name.endsWith(".lck")) {
                    Files.copy(file, kept.resolve(name.substring(at)));
                }
            }
        }
    }

    /** Nobody listens. */
    private static final class Nowhere implements Terminal {

        @Override
        public void out(String text) {
            // nobody listens
        }

        @Override
        public void err(String text) {
            // nobody listens
        }

        @Override
        public Optional<String> readLine() {
            return Optional.empty();
        }

        @Override
        public Optional<String> readSecret(String prompt) {
            return Optional.empty();
        }

        @Override
        public boolean canAsk() {
            return false;
        }

        @Override
        public boolean outIsTerminal() {
            return false;
        }

        @Override
        public boolean errIsTerminal() {
            return false;
        }

        @Override
        public boolean canShow(String characters) {
            return true;
        }
    }
}
