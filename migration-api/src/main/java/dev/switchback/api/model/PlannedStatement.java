package dev.switchback.api.model;

import java.util.Objects;
import java.util.Optional;

/**
 * One statement of a plan.
 *
 * @param index its position in the file, from 1
 * @param line the line it starts on, from 1
 * @param sql the statement as it would be sent, without the delimiter
 * @param destroys the words in it that throw rows away, such as {@code DROP TABLE}; empty if none do
 * @param client how a script for the client program of the database has to say it, where the statement and a semicolon
 *     are not enough: with the rows of a {@code COPY}, or between two {@code DELIMITER}
 */
public record PlannedStatement(int index, int line, String sql, Optional<String> destroys, Optional<String> client) {
    /** Checks the numbers. */
    public PlannedStatement {
        Objects.requireNonNull(sql, "sql");
        Objects.requireNonNull(destroys, "destroys");
        Objects.requireNonNull(client, "client");
        if (index < 1 || line < 1) {
            throw new IllegalArgumentException("positions start at 1");
        }
    }

    /**
     * A statement that throws nothing away.
     *
     * @param index its position in the file, from 1
     * @param line the line it starts on, from 1
     * @param sql the statement
     */
    public PlannedStatement(int index, int line, String sql) {
        this(index, line, sql, Optional.empty(), Optional.empty());
    }

    /** The statement as it stands in a script that the client program of the database can run. */
    public String script() {
        return client.orElseGet(() -> sql.stripTrailing() + ";");
    }
}
