package dev.switchback.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A session may belong to somebody's pool, and each script finds it as the run wants it. */
final class H2SessionTest {

    private static final SessionSettings SETTINGS = new SessionSettings(
            Optional.empty(),
            Optional.empty(),
            Duration.ofSeconds(7),
            Optional.of(Duration.ofSeconds(9)),
            Duration.ZERO);

    private static long queryTimeout(SessionControl session) throws SQLException {
        return session.number(
                "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'QUERY_TIMEOUT'");
    }

    private static long lockTimeout(SessionControl session) throws SQLException {
        return session.number("SELECT LOCK_TIMEOUT()");
    }

    @Test
    void theLimitsOfARunHoldForEachScriptAndEndWithIt() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            SessionControl session = H2Session.open(connection, SETTINGS);
            session.run("SET LOCK_TIMEOUT 1234");
            session.run("SET QUERY_TIMEOUT 5678");

            session.enterWriting();
            assertThat(lockTimeout(session)).isEqualTo(7_000);
            assertThat(queryTimeout(session)).isEqualTo(9_000);

            session.run("SET LOCK_TIMEOUT 1");
            session.run("SET QUERY_TIMEOUT 2");
            session.prepare(true);
            assertThat(lockTimeout(session)).isEqualTo(7_000);
            assertThat(queryTimeout(session)).isEqualTo(9_000);

            session.leaveWriting();
            assertThat(lockTimeout(session)).isEqualTo(1_234);
            assertThat(queryTimeout(session)).isEqualTo(5_678);
        }
    }

    @Test
    void withoutLimitsTheSessionKeepsItsOwn() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            SessionControl session = H2Session.open(connection, SessionSettings.NONE);
            session.run("SET QUERY_TIMEOUT 5678");

            session.enterWriting();
            session.run("SET QUERY_TIMEOUT 2");
            session.prepare(false);

            assertThat(queryTimeout(session)).isEqualTo(5_678);
        }
    }
}
