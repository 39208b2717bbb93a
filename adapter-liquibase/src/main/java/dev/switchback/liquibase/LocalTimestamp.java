package dev.switchback.liquibase;

import dev.switchback.api.config.DatabaseKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** The times in Liquibase's tables. */
final class LocalTimestamp {

    private static final DateTimeFormatter SQLITE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private LocalTimestamp() {}

    /** Liquibase writes the database's local time, but on SQLite, where CURRENT_TIMESTAMP is UTC and the column text. */
    static Optional<Instant> read(ResultSet row, String column, DatabaseKind kind) throws SQLException {
        if (kind != DatabaseKind.SQLITE) {
            return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
        }
        String text = row.getString(column);
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(LocalDateTime.parse(text, SQLITE_TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
