package dev.switchback.liquibase;

import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.port.EngineContext;
import dev.switchback.core.port.MigrationExporter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes a changelog in which plain Liquibase finds every migration as we recorded it: the same id, author, path and
 * checksum. Repeatable migrations of several statements that have to be copied into the changelog one by one, because
 * neither Liquibase nor the driver can take the file apart, are run once more by it: it compares the checksums of those
 * without looking at the valid ones.
 */
final class LiquibaseMigrationExporter implements MigrationExporter {

    private final EngineContext context;

    LiquibaseMigrationExporter(EngineContext context) {
        this.context = context;
    }

    @Override
    public String format() {
        return "liquibase";
    }

    @Override
    public Exported export(List<MigrationScript> migrations, List<Path> folders, Path file) throws IOException {
        Path target = file.toAbsolutePath().normalize();
        Path parent = target.getParent();
        List<Path> sources =
                folders.stream().map(f -> f.toAbsolutePath().normalize()).toList();
        if (parent == null || sources.stream().anyMatch(target::startsWith)) {
            throw new IOException(file + ": the changelog has to be outside of the migrations folders,"
                    + " in which every file is a migration; nothing was written");
        }
        ExportForms forms = new ExportForms(context.database(), context.placeholders(), parent, sources);
        ChangelogXml xml = new ChangelogXml(forms, new ExportedSql(context.database()));
        String text = xml.write(used(migrations), ordered(migrations));
        Files.createDirectories(parent);
        replace(own(target), text);
        List<String> warnings = migrations.stream()
                .flatMap(m -> Stream.concat(Stream.of(m.up()), m.down().stream()))
                .flatMap(script -> forms.obstacle(script).stream())
                .toList();
        return new Exported(List.of(file), warnings);
    }

    /** The file that is written: not one that somebody else has written, and behind a link the one that it leads to. */
    private static Path own(Path target) throws IOException {
        if (!Files.exists(target)) {
            return target;
        }
        Path real = target.toRealPath();
        if (!Files.isRegularFile(real) || !isExported(real)) {
            throw new ConfigurationException(
                    "out",
                    target + " is there already and is not the work of an export",
                    "name another file: --out FILE; or move this one away");
        }
        return real;
    }

    /** Whether each change set in it is one of a migration. */
    private static boolean isExported(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        int sets = count(text, "<changeSet ");
        return sets == count(text, "author=\"" + ChangeSetId.AUTHOR + "\"")
                && count(text, "<include") == 0
                && count(text, "<" + ChangeSetReader.ROOT) == 1;
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            count++;
        }
        return count;
    }

    /** Whole or not at all: a full disk must not leave half a changelog, nor take the one that was there. */
    private static void replace(Path target, String text) throws IOException {
        Path beside = target.resolveSibling("." + target.getFileName() + ".new");
        try {
            Files.writeString(beside, text);
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** The placeholders that occur; the values of the others are nobody's business. */
    private Map<String, String> used(List<MigrationScript> migrations) {
        Map<String, String> used = new TreeMap<>(context.placeholders());
        used.keySet().removeIf(name -> migrations.stream().noneMatch(m -> mentions(m, name)));
        return used;
    }

    private static boolean mentions(MigrationScript migration, String name) {
        String placeholder = ("${" + name + "}").toLowerCase(Locale.ROOT);
        return migration.up().text().string().toLowerCase(Locale.ROOT).contains(placeholder)
                || migration.down().stream()
                        .anyMatch(
                                d -> d.text().string().toLowerCase(Locale.ROOT).contains(placeholder));
    }

    /** Liquibase has no baselines: one is written only where the versioned migrations it stands in for are gone. */
    private static List<MigrationScript> ordered(List<MigrationScript> migrations) {
        Optional<MigrationScript> baseline = migrations.stream()
                .filter(m -> m.kind() == MigrationKind.BASELINE)
                .max(Comparator.comparing(LiquibaseMigrationExporter::version))
                .filter(b -> migrations.stream()
                        .filter(m -> m.kind() == MigrationKind.VERSIONED)
                        .allMatch(m -> version(m).isAfter(version(b))));
        List<MigrationScript> ordered = new ArrayList<>();
        baseline.ifPresent(ordered::add);
        migrations.stream().filter(m -> m.kind() != MigrationKind.BASELINE).forEach(ordered::add);
        return ordered;
    }

    private static MigrationVersion version(MigrationScript script) {
        return script.migration().version().orElseThrow();
    }
}
