package dev.switchback.core.jdbc.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.ScratchDatabase;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.PostgresqlDatabase;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which sessions of a scratch database on PostgreSQL are used again, and that it cannot be told from a new one. */
final class ServerScratchDatabaseTest {

    private static final String SESSION = "SELECT pg_backend_pid()";

    private FreshDatabase database;
    private ScratchDatabase scratch;

    @BeforeEach
    void create() throws SQLException {
        database = new PostgresqlDatabase().fresh(Path.of(""));
        database.allowScratchDatabases();
        scratch = ServerScratchDatabase.create(
                live(), DatabaseUrl.parse(database.url()), false, Clock.systemUTC(), Duration.ofSeconds(10));
    }

    @AfterEach
    void remove() throws SQLException {
        scratch.close();
        database.close();
    }

    private Database live() {
        return (Database) Proxy.newProxyInstance(
                Database.class.getClassLoader(), new Class<?>[] {Database.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("inspect")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    try (Connection connection = database.connection()) {
                        return Optional.ofNullable(connection.getSchema());
                    }
                });
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Everything of a session that a statement can change and that would change what another statement does. */
    private static List<String> state(Connection connection) throws SQLException {
        List<String> state = new ArrayList<>();
        state.add("auto-commit " + connection.getAutoCommit());
        state.add("schema " + connection.getSchema());
        state.add("temporary " + one(connection, "SELECT count(*) FROM pg_class WHERE relpersistence = 't'"));
        state.add("locks "
                + one(
                        connection,
                        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()"));
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name || '=' || setting FROM pg_settings")) {
            while (rows.next()) {
                state.add(rows.getString(1));
            }
        }
        return state;
    }

    @Test
    void ourOwnWorkHasOneSessionThatIsAsNewEachTime() throws SQLException {
        List<String> before = scratch.work(connection -> {
            List<String> state = state(connection);
            execute(connection, "CREATE TABLE stays (id integer)");
            execute(connection, "SET statement_timeout = '7s'");
            execute(connection, "SET search_path = pg_catalog");
            execute(connection, "CREATE TEMPORARY TABLE goes (id integer)");
            execute(connection, "SELECT pg_advisory_lock(1)");
            connection.setAutoCommit(false);
            execute(connection, "INSERT INTO public.stays VALUES (1)");
            return state;
        });
        String session = scratch.work(connection -> one(connection, SESSION));

        List<String> changed = scratch.work(ServerScratchDatabaseTest::state);
        changed.removeAll(before);
        assertThat(changed).isEmpty();
        assertThat(scratch.<String>work(connection -> one(connection, SESSION))).isEqualTo(session);
        assertThat(scratch.<String>work(connection -> one(connection, "SELECT count(*) FROM stays")))
                .isEqualTo("0");
    }

    @Test
    void whatAScriptHasSetGoesWithItsSession() throws SQLException {
        String session;
        try (Connection connection = scratch.connect()) {
            session = one(connection, SESSION);
            execute(connection, "SET app.tenant = 'a'");
        }

        assertThat(scratch.<String>work(connection -> one(connection, SESSION))).isNotEqualTo(session);
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> scratch.<String>work(c -> one(c, "SELECT current_setting('app.tenant')")))
                .withMessageContaining("app.tenant");
        try (Connection connection = scratch.connect()) {
            assertThat(one(connection, SESSION)).isNotEqualTo(session);
        }
    }

    @Test
    void afterWorkThatFailedTheNextHasAnotherSession() throws SQLException {
        String session = scratch.work(connection -> one(connection, SESSION));
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> scratch.<String>work(connection -> {
                    connection.setAutoCommit(false);
                    execute(connection, "CREATE TABLE goes (id integer)");
                    return one(connection, "SELECT 1 / 0");
                }))
                .withMessageContaining("division by zero");

        assertThat(scratch.<String>work(connection -> one(connection, SESSION))).isNotEqualTo(session);
        assertThat(scratch.<String>work(connection -> one(connection, "SELECT to_regclass('goes')")))
                .isNull();
    }

    @Test
    void isGoneWhenItIsClosedAlthoughASessionIsKept() throws SQLException {
        String name = scratch.work(connection -> one(connection, "SELECT current_database()"));
        scratch.close();

        try (Connection connection = database.connection()) {
            assertThat(one(connection, "SELECT count(*) FROM pg_database WHERE datname = '" + name + "'"))
                    .isEqualTo("0");
        }
    }
}
