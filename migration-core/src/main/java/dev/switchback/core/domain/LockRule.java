package dev.switchback.core.domain;

import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.LockType;
import dev.switchback.api.error.ConfigurationException;

/** Which lock can be had where. */
public final class LockRule {

    private LockRule() {}

    /**
     * Makes sure that the lock that is asked for keeps others away from this database.
     *
     * @param asked what the setting says
     * @param kind the database
     * @param remote whether it is known to be on a server
     * @throws ConfigurationException if it would not
     */
    public static void require(LockType asked, DatabaseKind kind, boolean remote) {
        boolean embedded = Dialect.of(kind) == Dialect.SQLITE || Dialect.of(kind) == Dialect.H2;
        if (asked == LockType.ADVISORY && embedded) {
            throw refused(
                    kind.displayName() + " has no advisory locks: they are kept by a server",
                    "leave the setting out, or set it to file");
        }
        if (asked == LockType.FILE && (remote || !embedded)) {
            throw refused(
                    kind.displayName() + " is on a server, which other machines use too, and a lock on a file of this"
                            + " machine says nothing to them",
                    "leave the setting out" + (embedded ? "" : ", or set it to advisory"));
        }
    }

    private static ConfigurationException refused(String reason, String next) {
        return new ConfigurationException(ConfigKey.LOCK_TYPE.name(), reason, next);
    }
}
