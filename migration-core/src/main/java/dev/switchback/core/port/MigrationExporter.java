package dev.switchback.core.port;

import dev.switchback.core.domain.MigrationScript;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes what the plain engine needs to take over files and database as they are. */
public interface MigrationExporter {

    /**
     * What was written.
     *
     * @param files the files
     * @param warnings what the plain engine cannot do with them, a sentence each
     */
    record Exported(List<Path> files, List<String> warnings) {
        /** Copies the lists. */
        public Exported {
            files = List.copyOf(files);
            warnings = List.copyOf(warnings);
        }
    }

    /** What the format is called on the command line, for example {@code liquibase}. */
    String format();

    /**
     * Writes the files. Called outside the lock; connects to nothing.
     *
     * @param migrations all migrations, in the order of {@link MigrationSource}
     * @param folders the folders with the migrations, to which the written file refers relatively; a migration that is
     *     in none of them comes from the class path
     * @param file the file to write
     * @return what was written
     * @throws IOException if a file cannot be written
     */
    Exported export(List<MigrationScript> migrations, List<Path> folders, Path file) throws IOException;
}
