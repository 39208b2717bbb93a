package dev.switchback.core.autogenerate;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.core.domain.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came out of the cases on one database. It is written to {@code target/autogenerate} of this module, from where a
 * test in {@code docs} brings it to the page.
 */
final class CaseResults {

    /** The folder, from the folder of the module. */
    private static final Path FOLDER = Path.of("target", "autogenerate");

    private final Map<String, String> results = new LinkedHashMap<>();

    void add(String name, String result) {
        results.put(name, result);
    }

    /** Writes the file, if all cases were run: a run of one of them says nothing about the others. */
    void write(DatabaseKind kind) {
        List<String> lines = new ArrayList<>();
        for (ChangeCase each : ChangeCase.all()) {
            String result = each.isFor(kind) ? results.get(each.name()) : "none";
            if (result == null) {
                return;
            }
            lines.add(each.name() + "\t" + result);
        }
        try {
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve(fileOf(kind) + ".txt"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two databases of one dialect have a column of the page each. */
    private static String fileOf(DatabaseKind kind) {
        return kind == DatabaseKind.MYSQL ? "mysql" : SchemaText.nameOf(Dialect.of(kind));
    }
}
