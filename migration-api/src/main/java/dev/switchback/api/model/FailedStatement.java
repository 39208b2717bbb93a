package dev.switchback.api.model;

import java.util.Objects;
import java.util.Optional;

/**
 * Where and how a script failed.
 *
 * @param file the file: the up script or the down script
 * @param index the statement's position in the file, from 1; 0 if the failure was not in a statement
 * @param line the line it starts on, from 1; 0 if unknown
 * @param sql the statement, shortened if it is long; empty if unknown
 * @param applied how many statements of the script are applied and stay applied
 * @param total how many statements the script has; 0 if that cannot be told
 * @param reason the database's own words, without secrets
 * @param sqlState the SQLState, if the driver gave one
 * @param vendorCode the database's own error code, 0 if unknown
 */
public record FailedStatement(
        String file,
        int index,
        int line,
        String sql,
        int applied,
        int total,
        String reason,
        Optional<String> sqlState,
        int vendorCode) {

    /** Checks the numbers. */
    public FailedStatement {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(sql, "sql");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(sqlState, "sqlState");
        if (index < 0 || line < 0 || applied < 0 || total < 0) {
            throw new IllegalArgumentException("negative position");
        }
    }
}
