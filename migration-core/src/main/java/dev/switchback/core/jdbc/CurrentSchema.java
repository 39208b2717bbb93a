package dev.switchback.core.jdbc;

import dev.switchback.core.domain.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Where names without a schema are looked for. What other databases call a schema is in JDBC a catalog of MariaDB. */
final class CurrentSchema {

    private final Connection connection;
    private final Dialect dialect;

    CurrentSchema(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Null where a connection can be in no schema. */
    @Nullable String get() throws SQLException {
        return dialect == Dialect.MARIADB ? connection.getCatalog() : connection.getSchema();
    }

    /** Goes there; null stays. */
    void set(@Nullable String schema) throws SQLException {
        if (schema == null) {
            return;
        }
        if (dialect == Dialect.MARIADB) {
            connection.setCatalog(schema);
        } else {
            connection.setSchema(schema);
        }
    }
}
