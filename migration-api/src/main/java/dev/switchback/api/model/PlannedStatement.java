package dev.switchback.api.model;

import java.util.Objects;

/**
 * One statement of a plan.
 *
 * @param index its position in the file, from 1
 * @param line the line it starts on, from 1
 * @param sql the statement as it would be sent, without the delimiter
 */
public record PlannedStatement(int index, int line, String sql) {
    /** Checks the numbers. */
    public PlannedStatement {
        Objects.requireNonNull(sql, "sql");
        if (index < 1 || line < 1) {
            throw new IllegalArgumentException("positions start at 1");
        }
    }
}
