package dev.switchback.core.jdbc;

import dev.switchback.api.config.DatabaseKind;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The driver that nearly everybody has for a database, by its name. {@link java.sql.DriverManager} would start every
 * driver on the class path first.
 */
final class UsualDriver {

    private UsualDriver() {}

    /**
     * Finds it where {@link java.sql.DriverManager} would accept it: by the class loader of the caller.
     *
     * @param kind the database
     * @param jdbcUrl the URL that it must accept
     * @return the driver; empty if it is not there or does not want the URL, so that others have to be asked
     */
    static Optional<Driver> of(DatabaseKind kind, String jdbcUrl) {
        try {
            Object made = Class.forName(className(kind), true, UsualDriver.class.getClassLoader())
                    .getDeclaredConstructor()
                    .newInstance();
            return made instanceof Driver driver && driver.acceptsURL(jdbcUrl) ? Optional.of(driver) : Optional.empty();
        } catch (ReflectiveOperationException | LinkageError | SQLException notThis) {
            return Optional.empty();
        }
    }

    private static String className(DatabaseKind kind) {
        return switch (kind) {
            case SQLITE -> "org.sqlite.JDBC";
            case H2 -> "org.h2.Driver";
            case POSTGRESQL -> "org.postgresql.Driver";
            case MARIADB, MYSQL -> "org.mariadb.jdbc.Driver";
        };
    }
}
