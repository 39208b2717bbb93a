package dev.switchback.core.jdbc.inspect;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.core.port.SchemaInspector;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who reads a schema over a connection that dies tells how it died, not what failed afterwards. */
final class FirstErrorTest {

    private static final int BEFORE = 4;

    @TempDir
    private Path folder;

    /** A connection that lets a few statements through and is dead from then on. */
    private static Connection dying(Connection real) {
        AtomicInteger statements = new AtomicInteger();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    boolean counts = method.getName().endsWith("Statement");
                    int number = counts ? statements.incrementAndGet() : statements.get();
                    if (number > BEFORE) {
                        throw new SQLException(number == BEFORE + 1 && counts ? "died" : "is dead");
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void tells(TestDatabase product, SchemaInspector inspector) throws SQLException {
        try (FreshDatabase database = product.fresh(folder);
                Connection connection = database.connection()) {
            database.execute("CREATE TABLE book (id INTEGER PRIMARY KEY)");

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> inspector.inspect(dying(connection), Set.of()))
                    .withMessage("died")
                    .satisfies(e -> assertThatExceptionOfType(SQLException.class)
                            .isThrownBy(() -> {
                                throw e.getSuppressed()[0];
                            })
                            .withMessage("is dead"));
        }
    }

    @Test
    void isToldOnMariadb() throws SQLException {
        tells(new MariadbDatabase(), new MariadbSchemaInspector());
    }

    @Test
    void isToldOnPostgresql() throws SQLException {
        tells(new PostgresqlDatabase(), new PostgresqlSchemaInspector());
    }
}
