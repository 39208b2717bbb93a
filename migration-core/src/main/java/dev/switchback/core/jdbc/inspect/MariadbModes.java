package dev.switchback.core.jdbc.inspect;

import java.util.Set;
import java.util.TreeSet;

/**
 * In which <a href="https://mariadb.com/docs/server/server-management/variables-and-modes/sql_mode">SQL mode</a> texts are
 * read. A program keeps the mode of the session that made it; made again in a session that reads quotes or bars in another
 * way, the same text is another program.
 *
 * @param session those modes of the session that decide how a text is read
 */
record MariadbModes(Set<String> session) {

    /** Those that decide what a text means. Others decide what happens when it runs, and are not compared. */
    private static final Set<String> READING = Set.of(
            "ANSI_QUOTES",
            "PIPES_AS_CONCAT",
            "NO_BACKSLASH_ESCAPES",
            "HIGH_NOT_PRECEDENCE",
            "REAL_AS_FLOAT",
            "EMPTY_STRING_IS_NULL",
            "SIMULTANEOUS_ASSIGNMENT",
            "ORACLE");

    /** Takes a mode as the server gives it back. */
    static MariadbModes of(String mode) {
        Set<String> modes = new TreeSet<>(Set.of(mode.split(",", -1)));
        modes.retainAll(READING);
        return new MariadbModes(Set.copyOf(modes));
    }

    /** Whether a program was made in a mode that reads texts in another way. */
    boolean isOther(String mode) {
        return !of(mode).equals(this);
    }

    /** How one is called that was. */
    static String words(String mode) {
        Set<String> reading = new TreeSet<>(of(mode).session);
        return ", made with sql_mode "
                + (reading.isEmpty() ? "without those of the session" : String.join(",", reading));
    }
}
