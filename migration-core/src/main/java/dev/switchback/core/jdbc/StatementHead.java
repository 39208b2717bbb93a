package dev.switchback.core.jdbc;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The beginning of a statement that another session runs: enough to know it, and nothing that may be a secret. */
final class StatementHead {

    private static final int LONGEST = 80;

    /** Where a value or a comment begins. */
    private static final Pattern UNSAFE = Pattern.compile("'|\\$|--|/\\*|#");

    private StatementHead() {}

    /** What stands before the first value; empty if nothing does, or if the statement may not be seen. */
    static Optional<String> of(@Nullable String sql) {
        if (sql == null || sql.startsWith("<insufficient privilege>")) {
            return Optional.empty();
        }
        String line = sql.strip().replaceAll("\\s+", " ");
        Matcher unsafe = UNSAFE.matcher(line);
        int end = Math.min(unsafe.find() ? unsafe.start() : line.length(), LONGEST);
        String head = line.substring(0, end).strip();
        if (head.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(end < line.length() ? head + " …" : head);
    }
}
