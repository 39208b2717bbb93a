package dev.switchback.core.sql;

import java.util.Objects;
import java.util.Optional;

/**
 * One statement of a script.
 *
 * @param index place among the statements of the script, from 1
 * @param line line of the statement's first character in the script, from 1
 * @param sql what the driver is sent: from the first character that is not comment or white space to the last, without
 *     the delimiter. Comments before and after belong to the file and are dropped, so that an edit of them does not
 *     change the statement and an error message shows the statement itself; comments inside are kept, because stored
 *     programs and optimizer hints need them. Line endings are LF, as in the canonical text that checksums are made of:
 *     two files with the same checksum give the same statements
 * @param copyData the rows that follow a {@code COPY … FROM stdin}; empty for any other statement
 */
public record SqlStatement(int index, int line, String sql, Optional<CopyData> copyData) {

    /** Checks that the statement has a place and a text. */
    public SqlStatement {
        if (index < 1 || line < 1) {
            throw new IllegalArgumentException("index and line count from 1, not " + index + " and " + line);
        }
        if (sql.isBlank()) {
            throw new IllegalArgumentException("a statement has a text");
        }
        Objects.requireNonNull(copyData, "copyData");
    }
}
