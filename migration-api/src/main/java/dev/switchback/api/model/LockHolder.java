package dev.switchback.api.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * Who keeps others from migrating a database, as far as the database can tell. Carries no secret: of a statement only
 * what stands before its first value.
 *
 * @param kind what it is
 * @param name how to call it in messages, for example {@code pid 4711 on web-1}
 * @param pid the process on its machine, if known
 * @param host its machine, if known
 * @param session the server's number of its session; empty where there is no server
 * @param since since when, if known
 * @param age for how long, by the clock of the database, when it was asked; if known
 * @param statement the beginning of the statement that it runs, if it runs one and that can be told
 * @param release what ends it if nobody else does, as a statement for an administrator; empty where there is none
 */
public record LockHolder(
        Kind kind,
        String name,
        Optional<Long> pid,
        Optional<String> host,
        Optional<String> session,
        Optional<Instant> since,
        Optional<Duration> age,
        Optional<String> statement,
        Optional<String> release) {

    /** What keeps others away. */
    public enum Kind {
        /** A run that holds the migration lock. */
        RUN,
        /** What a run that died, or lost its lock, has left behind: a statement that the server still executes. */
        LEFTOVER,
        /** The engine used without Switchback, which holds a lock of its own. */
        ENGINE
    }

    /** Checks that everything is there. */
    public LockHolder {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(pid, "pid");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(age, "age");
        Objects.requireNonNull(statement, "statement");
        Objects.requireNonNull(release, "release");
        if (name.isBlank()) {
            throw new IllegalArgumentException("a holder has a name");
        }
    }

    /**
     * Whether this is the same one, perhaps some time later. A session that has only just begun may not have said its name
     * yet.
     *
     * @param other another holder
     * @return whether the kinds are equal, and the sessions too, or without sessions the names
     */
    public boolean isSameAs(LockHolder other) {
        return kind == other.kind && session.equals(other.session) && (session.isPresent() || name.equals(other.name));
    }

    /**
     * The same, running something else.
     *
     * @param other the statement; empty where it is not known, or nobody's business
     * @return a holder with that statement
     */
    public LockHolder withStatement(Optional<String> other) {
        return new LockHolder(kind, name, pid, host, session, since, age, other, release);
    }

    /** Who it is, for how long, and what it runs, in one line. */
    public String describe() {
        String what = kind == Kind.LEFTOVER ? "what is left of " + name : name;
        return what
                + session.map(s -> "session " + s)
                        .filter(s -> !name.contains(s))
                        .map(s -> " (" + s + ")")
                        .orElse("")
                + howLong()
                + statement.map(sql -> ", running: " + sql).orElse("");
    }

    private String howLong() {
        return age.map(a -> ", for " + seconds(a))
                .or(() -> since.map(s -> ", since " + s.truncatedTo(ChronoUnit.SECONDS)))
                .orElse("");
    }

    private static String seconds(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
