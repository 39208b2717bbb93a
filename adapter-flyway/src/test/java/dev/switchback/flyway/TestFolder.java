package dev.switchback.flyway;

import dev.switchback.api.model.Migration;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.SqlScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A folder of migrations on disk for plain Flyway, and the same ones as the core hands them to an engine. */
final class TestFolder {

    private final Path path;
    private final Map<String, String> placeholders = new TreeMap<>();

    TestFolder(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    Map<String, String> placeholders() {
        return placeholders;
    }

    /** Writes a file as it is, down scripts included. */
    TestFolder add(String name, String text) throws IOException {
        Files.createDirectories(path);
        Files.writeString(path.resolve(name), text);
        return this;
    }

    /** The versioned migrations by version, then the repeatable ones; baselines are asked for by name. */
    List<MigrationScript> scripts() throws IOException {
        List<MigrationScript> scripts = new ArrayList<>();
        List<MigrationScript> repeatable = new ArrayList<>();
        try (var files = Files.list(path)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("V")) {
                    scripts.add(script(name));
                } else if (name.startsWith("R")) {
                    repeatable.add(script(name));
                }
            }
        }
        scripts.sort(Comparator.comparing(script -> script.migration().version().orElseThrow()));
        scripts.addAll(repeatable);
        return scripts;
    }

    MigrationScript script(String name) throws IOException {
        String version = name.substring(1, name.indexOf("__"));
        String description =
                name.substring(name.indexOf("__") + 2, name.lastIndexOf('.')).replace('_', ' ');
        MigrationKind kind = switch (name.charAt(0)) {
            case 'V' -> MigrationKind.VERSIONED;
            case 'B' -> MigrationKind.BASELINE;
            default -> MigrationKind.REPEATABLE;
        };
        String downName = "U" + name.substring(1);
        boolean reversible = kind == MigrationKind.VERSIONED && Files.exists(path.resolve(downName));
        Migration migration = new Migration(
                kind,
                version.isEmpty() ? Optional.empty() : Optional.of(MigrationVersion.of(version)),
                description,
                name,
                "0".repeat(64),
                reversible ? Optional.of(downName) : Optional.empty());
        return new MigrationScript(
                migration, sql(name), reversible ? Optional.of(sql(downName)) : Optional.empty(), Optional.empty());
    }

    private SqlScript sql(String name) throws IOException {
        String text = Files.readString(path.resolve(name)).replace("\uFEFF", "").replace("\r\n", "\n");
        String sql = text;
        for (Map.Entry<String, String> placeholder : placeholders.entrySet()) {
            sql = sql.replace("${" + placeholder.getKey() + "}", placeholder.getValue());
        }
        return new SqlScript(name, text, sql, SqlScript.Transaction.AUTO);
    }
}
