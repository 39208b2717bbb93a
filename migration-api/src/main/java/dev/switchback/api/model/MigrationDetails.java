package dev.switchback.api.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything there is to know about one migration.
 *
 * @param status its file and its row of the history
 * @param up the text of its script as it stands in the file, placeholders not replaced; empty if the file is gone
 * @param down the text of its down script; empty if there is none
 * @param upSql the SQL that is made of its file, if that is a changelog; empty for SQL, and if none can be made
 * @param downSql the SQL that reverts it, if that is made of its file too
 * @param irreversible why it cannot be reverted, if its file says so
 * @param problems what is wrong with it, how far it came when it failed half-way included
 */
public record MigrationDetails(
        MigrationStatus status,
        Optional<String> up,
        Optional<String> down,
        Optional<String> upSql,
        Optional<String> downSql,
        Optional<String> irreversible,
        List<Problem> problems) {
    /** Copies the list. */
    public MigrationDetails {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(up, "up");
        Objects.requireNonNull(down, "down");
        Objects.requireNonNull(upSql, "upSql");
        Objects.requireNonNull(downSql, "downSql");
        Objects.requireNonNull(irreversible, "irreversible");
        problems = List.copyOf(problems);
    }

    /**
     * One in SQL.
     *
     * @param status its file and its row of the history
     * @param up the text of its script
     * @param down the text of its down script
     * @param irreversible why it cannot be reverted
     * @param problems what is wrong with it
     */
    public MigrationDetails(
            MigrationStatus status,
            Optional<String> up,
            Optional<String> down,
            Optional<String> irreversible,
            List<Problem> problems) {
        this(status, up, down, Optional.empty(), Optional.empty(), irreversible, problems);
    }
}
