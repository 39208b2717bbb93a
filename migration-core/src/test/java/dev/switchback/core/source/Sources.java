package dev.switchback.core.source;

import dev.switchback.api.config.IntegrityPolicy;
import dev.switchback.api.model.Problem;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.Offer;
import dev.switchback.core.sql.PlaceholderText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder of migrations in a test: {@code migrations} below a base folder. */
record Sources(Path base, IntegrityPolicy integrity, boolean replacePlaceholders, Map<String, String> placeholders) {

    static Sources in(Path base) throws IOException {
        Files.createDirectories(base.resolve("migrations"));
        return new Sources(base, IntegrityPolicy.REQUIRE_IF_PRESENT, false, Map.of());
    }

    Sources with(IntegrityPolicy policy) {
        return new Sources(base, policy, replacePlaceholders, placeholders);
    }

    Sources withPlaceholders(Map<String, String> values) {
        return new Sources(base, integrity, true, values);
    }

    Path file(String path) {
        return base.resolve("migrations").resolve(path);
    }

    Sources write(String path, String text) throws IOException {
        return write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Sources write(String path, byte[] bytes) throws IOException {
        int slash = path.lastIndexOf('/');
        Files.createDirectories(slash < 0 ? file("") : file(path.substring(0, slash)));
        Files.write(file(path), bytes);
        return this;
    }

    String read(String path) throws IOException {
        return Files.readString(file(path));
    }

    /** What the folder holds, by name. */
    List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(file(""))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    MigrationSources open(String... dirs) {
        List<String> locations = dirs.length == 0 ? List.of("migrations") : List.of(dirs);
        return MigrationSources.of(locations, base, ClassLoader.getSystemClassLoader(), options());
    }

    SourceOptions options() {
        return new SourceOptions(integrity, replacePlaceholders, PlaceholderText.of(placeholders));
    }

    Offer load(String... dirs) {
        return open(dirs).source().load();
    }

    List<String> scripts() {
        return load().migrations().stream().map(MigrationScript::script).toList();
    }

    /** The only problem there is. */
    Problem problem() {
        List<Problem> problems = load().problems();
        if (problems.size() != 1) {
            throw new AssertionError("not one problem but " + problems);
        }
        return problems.get(0);
    }
}
