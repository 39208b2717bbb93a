package dev.switchback.core.jdbc;

import dev.switchback.core.domain.Dialect;
import dev.switchback.core.port.Aftermath;
import dev.switchback.core.port.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * The end of a lost session, as the server sees it. PostgreSQL shows which sessions hold a lock on the history table, and
 * each keeps it until its transaction is over; behind a pooler nothing else would do, because there a session has many
 * owners. MariaDB shows every user his own sessions. An embedded database has no session but ours.
 */
final class JdbcAftermath implements Aftermath {

    private static final String WRITERS =
            "SELECT 1 FROM pg_catalog.pg_locks WHERE granted AND mode = 'RowExclusiveLock'"
                    + " AND relation = pg_catalog.to_regclass(?) AND pid <> pg_catalog.pg_backend_pid()"
                    + " AND database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())";
    private static final String SESSION = "SELECT 1 FROM information_schema.processlist WHERE CAST(id AS CHAR) = ?";
    private static final int PROBE_SECONDS = 2;
    private static final int POLL_MILLIS = 100;

    private final Connection connection;
    private final Optional<Question> question;
    private final Looking looking;
    private final Duration patience;

    /** Whether somebody of that name is still at work: a row if so. */
    private record Question(String sql, String name) {}

    /** Works on a new connection. */
    interface Looking {
        <T> T on(Database.Work<T> work);
    }

    private JdbcAftermath(Connection connection, Optional<Question> question, Looking looking, Duration patience) {
        this.connection = connection;
        this.question = question;
        this.looking = looking;
        this.patience = patience;
    }

    /**
     * Remembers a session.
     *
     * @param connection its connection
     * @param dialect the database
     * @param table the history table as it stands in a statement
     * @param looking gives new connections
     * @param patience how long to wait for the end of the session
     * @return what finds out about its end
     * @throws SQLException if the database fails
     */
    static JdbcAftermath of(Connection connection, Dialect dialect, String table, Looking looking, Duration patience)
            throws SQLException {
        Optional<Question> question = switch (dialect) {
            case SQLITE, H2 -> Optional.empty();
            case POSTGRESQL -> Optional.of(new Question(WRITERS, table));
            case MARIADB -> Optional.of(new Question(SESSION, sessionOf(connection)));
        };
        return new JdbcAftermath(connection, question, looking, patience);
    }

    private static String sessionOf(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT CONNECTION_ID()")) {
            answer.next();
            return answer.getString(1);
        }
    }

    @Override
    public boolean isLoss(SQLException error) {
        if (question.isEmpty()) {
            return false;
        }
        try {
            return Faults.working(Faults.root(error)) == Fault.LOST || !connection.isValid(PROBE_SECONDS);
        } catch (SQLException e) {
            return true;
        }
    }

    @Override
    public <T> T look(Database.Work<T> work) {
        giveUp();
        return looking.on(other -> {
            awaitEnd(other);
            return work.on(other);
        });
    }

    /** So that a small pool can give another one. */
    private void giveUp() {
        try {
            connection.close();
        } catch (SQLException e) {
            // it is lost anyway
        }
    }

    private void awaitEnd(Connection other) throws SQLException {
        long start = System.nanoTime();
        while (question.isPresent() && isAtWork(other, question.get())) {
            if (System.nanoTime() - start >= patience.toNanos()) {
                throw new FoundFault(
                        Fault.LOST,
                        "the session whose connection was lost is still at work on the server",
                        "wait for its end, then look at the database with: switchback status",
                        null);
            }
            pause();
        }
    }

    private static boolean isAtWork(Connection other, Question question) throws SQLException {
        try (PreparedStatement query = other.prepareStatement(question.sql)) {
            query.setString(1, question.name);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void pause() throws SQLException {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while looking at the database", e);
        }
    }
}
