package dev.switchback.core.jdbc;

import dev.switchback.core.domain.Dialect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Sees that a database takes no writes. Unlike {@link WriteAccess} it does not try, so that it suits those who read. */
final class ReadOnly {

    /** How a SQLite URL says it; the driver does not know of it. See <a href="https://sqlite.org/uri.html">URIs</a>. */
    private static final Pattern SAID = Pattern.compile("[?&](?:mode=ro|immutable=1)(?:&|$)");

    private ReadOnly() {}

    static boolean is(Connection connection, Dialect dialect, Optional<Path> file) throws SQLException {
        return switch (dialect) {
            case SQLITE ->
                connection.isReadOnly()
                        || unwritable(file)
                        || SAID.matcher(url(connection)).find();
            case H2 -> connection.isReadOnly() || unwritable(file);
            case POSTGRESQL, MARIADB -> new Examination(connection, dialect).readOnly();
        };
    }

    private static boolean unwritable(Optional<Path> file) {
        return file.isPresent() && !Files.isWritable(file.get());
    }

    private static String url(Connection connection) throws SQLException {
        return String.valueOf(connection.getMetaData().getURL());
    }
}
