package dev.switchback.api.model;

import java.util.Objects;

/**
 * The database that a manager works on, named without secrets.
 *
 * @param name how to call it in messages: {@code shop @ db.internal:5432}, or the path of a file
 * @param product the product, for example {@code SQLite}
 * @param version the version of the product; empty if the database does not exist yet
 * @param exists whether it exists: a SQLite or H2 file is created by the first command that writes
 */
public record DatabaseInfo(String name, String product, String version, boolean exists) {
    /** Checks that everything is there. */
    public DatabaseInfo {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(version, "version");
    }
}
