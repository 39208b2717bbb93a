package dev.switchback.core.source;

import dev.switchback.api.error.InvalidRequestException;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.core.domain.MigrationFileName.Prefix;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is there before a new migration is created.
 *
 * @param files the migrations of all locations
 * @param sumLines the lines that the manifest of the first folder has, or would have if there were one
 * @param findings what is wrong
 */
record Existing(List<SourceFile> files, SortedMap<String, String> sumLines, Findings findings) {

    static Existing read(FolderLocation first, List<Location> locations, SourceOptions options) {
        Findings findings = new Findings();
        List<SourceFile> files = new ArrayList<>();
        SortedMap<String, String> sumLines = new TreeMap<>();
        for (Location location : locations) {
            try (OpenTrees trees = location.open()) {
                for (FileTree tree : trees.all()) {
                    TreeReader reader = new TreeReader(tree, options, findings);
                    files.addAll(reader.read());
                    if (location.equals(first)) {
                        sumLines.putAll(reader.sum().map(SumFile::lines).orElseGet(reader::hashes));
                        sumLines.entrySet()
                                .removeIf(line -> line.getValue().equals(SumFile.DRAFT) && !reader.has(line.getKey()));
                    }
                }
            } catch (IOException e) {
                throw location.unreadable(e);
            }
        }
        return new Existing(files, sumLines, findings);
    }

    Optional<MigrationVersion> highest() {
        return files.stream().flatMap(file -> file.name().version().stream()).max(Comparator.naturalOrder());
    }

    void refuseVersion(MigrationVersion version) {
        files.stream()
                .filter(file -> file.name().version().filter(version::equals).isPresent())
                .findFirst()
                .ifPresent(file -> {
                    throw new InvalidRequestException(
                            "version",
                            version + " is taken by " + Printable.text(file.origin()),
                            "choose another version, or leave it out for the present time");
                });
    }

    void refuseRepeatable(String description) {
        files.stream()
                .filter(file -> file.name().prefix() == Prefix.R)
                .filter(file ->
                        file.name().description().toLowerCase(Locale.ROOT).equals(description))
                .findFirst()
                .ifPresent(file -> {
                    throw new InvalidRequestException(
                            "description",
                            "there is already " + Printable.text(file.origin()),
                            "change that file: it runs again when it changes");
                });
    }
}
