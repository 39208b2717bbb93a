package dev.switchback.api.model;

import java.util.Objects;
import java.util.Optional;

/**
 * A JDBC driver found on the class path.
 *
 * @param name the name of its class
 * @param version its version, as it says it
 * @param database the database it is for, as its makers spell it; empty if it is none of those that Switchback works on
 */
public record DriverInfo(String name, String version, Optional<String> database) {
    /** Checks that everything is there. */
    public DriverInfo {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(database, "database");
    }
}
