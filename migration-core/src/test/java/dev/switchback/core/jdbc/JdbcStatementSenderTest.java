package dev.switchback.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.core.port.StatementSender;
import dev.switchback.core.sql.CopyData;
import dev.switchback.core.sql.SqlStatement;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JdbcStatementSenderTest {

    private static final SqlStatement COPY =
            new SqlStatement(1, 1, "copy a from stdin", Optional.of(CopyData.of("1\n")));

    private static SqlStatement plain(String sql) {
        return new SqlStatement(1, 1, sql, Optional.empty());
    }

    @Test
    void sendsStatementsAsTheyAreWritten() throws SQLException {
        StatementSender sender = new JdbcStatementSender();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                Statement statement = connection.createStatement()) {
            sender.send(connection, plain("create table a (x varchar(20))"));
            sender.send(connection, plain("insert into a values ('{d ?}')"));
            sender.send(connection, plain("select * from a"));
            try (ResultSet rows = statement.executeQuery("select x from a")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("{d ?}");
            }
        }
    }

    @Test
    void saysThatOnlyPostgresqlTakesRows() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            assertThatThrownBy(() -> new JdbcStatementSender().send(connection, COPY))
                    .isInstanceOf(SQLFeatureNotSupportedException.class)
                    .hasMessageContaining("org.postgresql:postgresql");
        }
    }

    @Test
    void needsTheDriverOfPostgresqlForItsRowsOnly() throws ReflectiveOperationException, SQLException {
        StatementSender sender = (StatementSender) new WithoutPostgresql()
                .loadClass(JdbcStatementSender.class.getName())
                .getConstructor()
                .newInstance();
        assertThat(sender.getClass()).isNotEqualTo(JdbcStatementSender.class);
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            sender.send(connection, plain("create table a (x int)"));
            assertThatThrownBy(() -> sender.send(connection, COPY))
                    .isInstanceOf(SQLFeatureNotSupportedException.class)
                    .hasMessageContaining("org.postgresql:postgresql");
        }
    }

    /** Has the JDBC side a second time, and no driver for PostgreSQL. */
    private static final class WithoutPostgresql extends ClassLoader {

        WithoutPostgresql() {
            super(JdbcStatementSenderTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.postgresql.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith(JdbcStatementSender.class.getPackageName() + ".")) {
                return super.loadClass(name, resolve);
            }
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] code = in.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
