package dev.switchback.api.model;

import java.nio.file.Path;
import java.util.List;

/**
 * What {@code export} wrote.
 *
 * @param files the files written
 * @param migrations how many migrations they describe
 * @param warnings what the plain engine cannot do with them, a sentence each
 */
public record ExportResult(List<Path> files, int migrations, List<String> warnings) {
    /** Copies the lists. */
    public ExportResult {
        files = List.copyOf(files);
        warnings = List.copyOf(warnings);
    }
}
