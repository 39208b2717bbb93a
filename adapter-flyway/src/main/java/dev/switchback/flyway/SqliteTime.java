package dev.switchback.flyway;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads what the default of the column writes, SQLite's strftime in UTC: {@code 2026-11-26 04:23:02.089}. */
final class SqliteTime {

    private static final String FORM = "0000-00-00 00:00:00.000";

    private SqliteTime() {}

    /**
     * Reads a time.
     *
     * @return empty if it is none
     */
    static Optional<Instant> read(String text) {
        try {
            // the usual form by hand: the parser of java.time takes longer for a history than all the rest of reading
            // it
            LocalDateTime time = isUsual(text) ? usual(text) : LocalDateTime.parse(text.replace(' ', 'T'));
            return Optional.of(time.toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isUsual(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char c = text.charAt(i);
            boolean fits = FORM.charAt(i) == '0' ? c >= '0' && c <= '9' : c == FORM.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static LocalDateTime usual(String text) {
        return LocalDateTime.of(
                number(text, 0, 4),
                number(text, 5, 7),
                number(text, 8, 10),
                number(text, 11, 13),
                number(text, 14, 16),
                number(text, 17, 19),
                number(text, 20, 23) * 1_000_000);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
