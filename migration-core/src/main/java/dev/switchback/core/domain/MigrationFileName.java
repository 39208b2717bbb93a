package dev.switchback.core.domain;

import dev.switchback.api.model.MigrationVersion;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The name of a migration file, in Flyway's grammar
 * (<a href="https://documentation.red-gate.com/flyway/flyway-concepts/migrations">migrations</a>):
 * {@code V<version>__<description>.sql}, {@code U<version>__<description>.sql}, {@code B<version>__<description>.sql} and
 * {@code R__<description>.sql}. Stricter than Flyway, which ignores what it does not recognise: letters count in the case
 * shown, and there is always a description. A migration in the format of an engine is named in the same way and ends
 * differently.
 *
 * @param prefix its first letter
 * @param version its version; empty exactly for {@code R}
 * @param description its description, with spaces for underscores
 * @param fileName the whole name, without a folder
 */
public record MigrationFileName(
        Prefix prefix, Optional<MigrationVersion> version, String description, String fileName) {

    /** What every migration ends in that is SQL. */
    public static final String SUFFIX = ".sql";

    /** What a migration ends in that is written in the format of an engine: a changelog of Liquibase. */
    public static final List<String> NATIVE_SUFFIXES = List.of(".yaml", ".yml", ".xml", ".json");

    /** The longest description that Flyway's history table holds, in characters. */
    public static final int MAX_DESCRIPTION = 200;

    /** The longest file name (with its folders) that Liquibase's history table holds, in characters. */
    public static final int MAX_FILE_NAME = 255;

    /** The first letter of a migration. */
    public enum Prefix {
        /** Versioned. */
        V,
        /** The down script of a versioned one. */
        U,
        /** Repeatable. */
        R,
        /** Baseline. */
        B
    }

    /** Checks that exactly a repeatable migration has no version. */
    public MigrationFileName {
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(fileName, "fileName");
        if (version.isEmpty() != (prefix == Prefix.R)) {
            throw new IllegalArgumentException(fileName + ": exactly the repeatable migrations have no version");
        }
    }

    /**
     * Reads a file name.
     *
     * @param fileName a file name without folders
     * @return its parts, or what is wrong with it
     */
    public static ParsedFileName parse(String fileName) {
        return FileNameParser.parse(fileName);
    }

    /** What it ends in, with the dot. */
    public String suffix() {
        return fileName.substring(fileName.lastIndexOf('.'));
    }

    /** Whether its content is SQL. */
    public boolean isSql() {
        return suffix().equals(SUFFIX);
    }

    /**
     * Puts a file name together.
     *
     * @param prefix the first letter
     * @param version the version; empty exactly for {@code R}
     * @param words the description, with underscores for spaces
     * @return the file name
     */
    public static String format(Prefix prefix, Optional<MigrationVersion> version, String words) {
        return format(prefix, version, words, SUFFIX);
    }

    /**
     * Puts a file name together that ends in something else.
     *
     * @param prefix the first letter
     * @param version the version; empty exactly for {@code R}
     * @param words the description, with underscores for spaces
     * @param suffix what it ends in, with the dot
     * @return the file name
     */
    public static String format(Prefix prefix, Optional<MigrationVersion> version, String words, String suffix) {
        return prefix + version.map(MigrationVersion::text).orElse("") + "__" + words + suffix;
    }
}
