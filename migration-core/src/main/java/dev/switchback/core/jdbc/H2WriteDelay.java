package dev.switchback.core.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Lets H2 write every commit at once while a run is journaled. By default a thread of its own writes to the file every half a
 * second, and takes what is in one table a moment after what is in another. If the process is killed then, the file has
 * rows that belong to no transaction, which nobody can remove, and which H2 waits for without end.
 *
 * <p>Whoever opens the file next has the delay that his URL says, or the default, so a killed run leaves nothing to put back.
 *
 * @param before the delay to put back, in milliseconds; 0 if there is none
 * @see <a href="https://h2database.com/html/commands.html#set_write_delay">H2: SET WRITE_DELAY</a>
 */
record H2WriteDelay(int before) {

    /** What was set last comes first, what is in effect after it; only an administrator may change it. */
    private static final String DELAY = "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS"
            + " WHERE SETTING_NAME = 'WRITE_DELAY' AND EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.USERS"
            + " WHERE USER_NAME = CURRENT_USER AND IS_ADMIN)";

    /** Begins to write at once, where it is this process that writes the file. */
    static H2WriteDelay suspend(Connection connection) throws SQLException {
        H2WriteDelay delay = new H2WriteDelay(isRemote(connection) ? 0 : read(connection));
        if (delay.before > 0) {
            set(connection, 0);
        }
        return delay;
    }

    /** Puts the delay back, if it was taken away; what is unfinished in the session is rolled back. */
    void restore(Connection connection) throws SQLException {
        if (before == 0) {
            return;
        }
        boolean unfinished = !connection.getAutoCommit();
        if (unfinished) {
            connection.rollback();
        }
        set(connection, before);
        if (unfinished) {
            connection.commit();
        }
    }

    /** A server goes on when this process is killed. */
    private static boolean isRemote(Connection connection) throws SQLException {
        String url = connection.getMetaData().getURL();
        return url.startsWith("jdbc:h2:tcp:") || url.startsWith("jdbc:h2:ssl:");
    }

    private static int read(Connection connection) throws SQLException {
        int inEffect = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(DELAY)) {
            while (rows.next()) {
                inEffect = rows.getInt(1);
            }
        }
        return inEffect;
    }

    private static void set(Connection connection, int millis) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET WRITE_DELAY " + millis);
        }
    }
}
