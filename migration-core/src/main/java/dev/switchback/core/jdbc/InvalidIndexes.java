package dev.switchback.core.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Indexes that a {@code CREATE INDEX CONCURRENTLY} or {@code REINDEX CONCURRENTLY} left behind when it failed or was
 * killed: they cost every write and help no query
 * (<a href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY">PostgreSQL</a>).
 */
final class InvalidIndexes {

    private InvalidIndexes() {}

    /**
     * Finds them, without those that are being built right now.
     *
     * @return their names with their schemas, quoted where that is needed
     */
    static List<String> in(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname)"
                                + " FROM pg_catalog.pg_index i"
                                + " JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) i.indexrelid"
                                + " JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace"
                                + " WHERE NOT i.indisvalid AND c.relkind OPERATOR(pg_catalog.=) 'i'"
                                + " AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_progress_create_index p"
                                + " WHERE p.index_relid OPERATOR(pg_catalog.=) i.indexrelid) ORDER BY 1")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
