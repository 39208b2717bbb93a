package dev.switchback.api.model;

import java.nio.file.Path;
import java.util.List;

/**
 * What {@code export} wrote.
 *
 * @param files the files written
 * @param migrations how many migrations they describe
 */
public record ExportResult(List<Path> files, int migrations) {
    /** Copies the list. */
    public ExportResult {
        files = List.copyOf(files);
    }
}
