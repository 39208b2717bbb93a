package dev.switchback.core.jdbc;

import dev.switchback.api.model.LockHolder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process is called where others can read it: {@code 4711@web-1}. In ASCII and short enough for PostgreSQL's
 * application_name, which is cut after 63 bytes.
 *
 * @param pid the process
 * @param host its machine
 */
record ProcessName(long pid, String host) {

    private static final int LONGEST = 63;
    private static final String LOCK = "switchback ";
    private static final String RUN = "switchback run ";
    private static final Pattern MARK = Pattern.compile("switchback (?:run )?(\\d{1,18})@(\\S+)");

    /** This process. */
    static ProcessName own() {
        return new ProcessName(ProcessHandle.current().pid(), Host.name());
    }

    /** Reads what {@link #asHolder} or {@link #asRun} wrote. */
    static Optional<ProcessName> parse(String text) {
        Matcher matcher = MARK.matcher(text);
        return matcher.matches()
                ? Optional.of(new ProcessName(Long.parseLong(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    /** The name of the session that holds the lock. */
    String asHolder() {
        return LOCK + shortened();
    }

    /** The name of the session that does the work. */
    String asRun() {
        return RUN + shortened();
    }

    /** What {@link #asRun} always begins with. */
    static String runPrefix() {
        return RUN;
    }

    /** For messages. */
    String words() {
        return "pid " + pid + " on " + host;
    }

    /** A run of this process, of which nothing more is known. */
    LockHolder thread() {
        return new LockHolder(
                LockHolder.Kind.RUN,
                words(),
                Optional.of(pid),
                Optional.of(host),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** What is known of a session, and that it is one of this process. */
    LockHolder as(LockHolder session) {
        return new LockHolder(
                session.kind(),
                words(),
                Optional.of(pid),
                Optional.of(host),
                session.session(),
                session.since(),
                session.age(),
                session.statement(),
                session.release());
    }

    /** The same in both roles, so that the one can be found by the other. */
    private String shortened() {
        String text = pid + "@" + host.replaceAll("[^A-Za-z0-9._-]", "?");
        return text.substring(0, Math.min(text.length(), LONGEST - RUN.length()));
    }
}
