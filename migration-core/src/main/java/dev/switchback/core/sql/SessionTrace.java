package dev.switchback.core.sql;

import java.util.Set;

/**
 * What a statement leaves in its session and nowhere else: a session that goes on after it does not have it.
 *
 * @param setting it makes a setting, such as the current schema, which sending it again makes again
 * @param makes the names, in upper case, of what cannot be made again without doing something twice, or would get
 *     another value: temporary tables, prepared statements, variables with a computed value
 * @param drops the names of such things that it gives up
 */
public record SessionTrace(boolean setting, Set<String> makes, Set<String> drops) {

    static final SessionTrace NOTHING = new SessionTrace(false, Set.of(), Set.of());
    static final SessionTrace SETTING = new SessionTrace(true, Set.of(), Set.of());

    /** Copies the sets. */
    public SessionTrace {
        makes = Set.copyOf(makes);
        drops = Set.copyOf(drops);
    }

    static SessionTrace making(Set<String> names) {
        return names.isEmpty() ? NOTHING : new SessionTrace(false, names, Set.of());
    }

    static SessionTrace dropping(Set<String> names) {
        return names.isEmpty() ? NOTHING : new SessionTrace(false, Set.of(), names);
    }
}
