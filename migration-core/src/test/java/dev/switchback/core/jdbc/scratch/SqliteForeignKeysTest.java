package dev.switchback.core.jdbc.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.ScratchDatabase;
import dev.switchback.core.redaction.SecretRedaction;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A script is tried with foreign keys as they are where it will run. */
final class SqliteForeignKeysTest {

    /** A database that is there, if it has a connection. */
    private static Database database(Optional<Connection> connection) {
        return (Database) Proxy.newProxyInstance(
                Database.class.getClassLoader(), new Class<?>[] {Database.class}, (proxy, method, arguments) -> {
                    return switch (method.getName()) {
                        case "kind" -> DatabaseKind.SQLITE;
                        case "exists" -> connection.isPresent();
                        case "read" -> ((Database.Work<?>) arguments[0]).on(connection.orElseThrow());
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    private static String foreignKeys(Optional<Connection> live, Optional<DatabaseUrl> url) throws SQLException {
        JdbcScratchDatabases databases = new JdbcScratchDatabases(
                database(live),
                url,
                Optional.empty(),
                SecretRedaction.of(Set.of(), Map.of()),
                Clock.systemUTC(),
                Duration.ofSeconds(10));
        try (ScratchDatabase scratch = databases.open();
                Connection connection = scratch.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA foreign_keys")) {
            return row.getString(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1"})
    void areThoseOfTheDatabaseThatIsThere(String on) throws SQLException {
        try (Connection live = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = live.createStatement()) {
            statement.execute("PRAGMA foreign_keys = " + on);

            assertThat(foreignKeys(Optional.of(live), Optional.empty())).isEqualTo(on);
        }
    }

    @Test
    void areThoseOfTheUrlWhereThereIsNoDatabaseYet() throws SQLException {
        DatabaseUrl url = DatabaseUrl.parse("sqlite:///nowhere/x.db?foreign_keys=true");

        assertThat(foreignKeys(Optional.empty(), Optional.of(url))).isEqualTo("1");
        assertThat(foreignKeys(Optional.empty(), Optional.empty())).isEqualTo("0");
    }
}
