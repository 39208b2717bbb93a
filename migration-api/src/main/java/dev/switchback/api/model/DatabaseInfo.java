package dev.switchback.api.model;

import java.util.Objects;
import java.util.Optional;

/**
 * The database that a manager works on, named without secrets.
 *
 * @param name how to call it in messages: {@code shop @ db.internal:5432}, or the path of a file
 * @param product the product, for example {@code SQLite}
 * @param version the version of the product; empty if the database does not exist yet
 * @param exists whether it exists: a SQLite or H2 file is created by the first command that writes
 * @param user the user that works on it; empty where databases have none to speak of (SQLite, H2), and before it is
 *     connected to
 * @param readOnly whether it was seen to take no writes: a replica, a server or user set to read-only, a file that this
 *     process may not write; false before it is connected to, and where that was not asked
 * @param server the server that it is on; empty for a file or one in memory, where the URL lists several servers, and for
 *     an application's own {@code DataSource}
 */
public record DatabaseInfo(
        String name,
        String product,
        String version,
        boolean exists,
        Optional<String> user,
        boolean readOnly,
        Optional<ServerAddress> server) {
    /**
     * One that has no users, is on no server, and can be written.
     *
     * @param name how to call it in messages
     * @param product the product
     * @param version the version of the product; empty if the database does not exist yet
     * @param exists whether it exists
     */
    public DatabaseInfo(String name, String product, String version, boolean exists) {
        this(name, product, version, exists, Optional.empty(), false, Optional.empty());
    }

    /** Checks that everything is there. */
    public DatabaseInfo {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(server, "server");
    }

    /**
     * The same database, after it was asked whether it takes writes.
     *
     * @param seen whether it was seen to take none
     * @return a copy
     */
    public DatabaseInfo readOnly(boolean seen) {
        return new DatabaseInfo(name, product, version, exists, user, seen, server);
    }

    /** The name and the user, for whoever decides whether it is the right one: {@code shop @ db.internal:5432 as app}. */
    public String asUser() {
        return name + user.map(who -> " as " + who).orElse("");
    }
}
