package dev.switchback.core.jdbc;

import dev.switchback.core.domain.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** What to do about a failed statement of a migration when it is not the migration that is wrong. */
final class ScriptAdvice {

    private static final String AGAIN = ", then run the same command again";

    private ScriptAdvice() {}

    static Optional<String> of(Connection connection, Dialect dialect, SQLException failure) {
        if (dialect == Dialect.MARIADB && MariadbFaults.distrusts(Faults.root(failure))) {
            return Optional.of(
                    "have an administrator SET GLOBAL log_bin_trust_function_creators = 1, because the server"
                            + " writes a binary log" + AGAIN);
        }
        if (dialect == Dialect.MARIADB && MariadbFaults.speaksUtf8Only(Faults.root(failure))) {
            return Optional.of(
                    "remove from the script what sets the character set of the connection (SET NAMES), because"
                            + " the driver speaks utf8mb4 only" + AGAIN);
        }
        return switch (Faults.working(Faults.root(failure))) {
            case NO_PERMISSION ->
                Optional.of("grant this user what the message says is missing"
                        + toCreate(connection, dialect)
                                .map(grant -> " (perhaps: " + grant + ")")
                                .orElse("") + AGAIN);
            case READ_ONLY -> Optional.of("have the database made writable, or connect to the primary" + AGAIN);
            case FULL -> Optional.of("make room on the server" + AGAIN);
            case LOCKED -> Optional.of("end the transaction that holds the lock" + AGAIN);
            case CANCELED -> Optional.of("raise the time limit of the server for statements" + AGAIN);
            case POOLER_STATEMENTS -> Optional.of(Fault.POOLER_STATEMENTS.next() + AGAIN);
            case LOST -> Optional.of("when the database answers again, run the same command again");
            default -> Optional.empty();
        };
    }

    private static Optional<String> toCreate(Connection connection, Dialect dialect) {
        if (dialect != Dialect.POSTGRESQL) {
            // elsewhere it cannot be asked whether this is the right that is missing
            return Optional.empty();
        }
        try {
            return new Grants(connection, dialect).toCreateTables();
        } catch (SQLException e) {
            return Optional.empty();
        }
    }
}
