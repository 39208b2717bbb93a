package dev.switchback.core.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Who owns the history table. Where everybody may create tables in the schema, somebody may have been there first, with a
 * history of his own invention, or with a view or a trigger that runs his code as the one who migrates.
 */
final class TableOwner {

    private TableOwner() {}

    /**
     * The owner of a table or view of PostgreSQL, if he is none of these: the current user, a role that the user is a
     * member of, the owner of the database or of the schema, a superuser.
     *
     * @param connection a connection that reads, so that no operator but PostgreSQL's own can be meant
     * @param schema the schema
     * @param table the name, in whatever case
     * @param writing whether it will be written to; to read a plain table runs nobody's code, whoever owns it
     * @return his name
     */
    static Optional<String> untrusted(Connection connection, String schema, String table, boolean writing)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT o.rolname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                        + " JOIN pg_catalog.pg_roles o ON o.oid = c.relowner"
                        + " WHERE n.nspname = ?::text AND pg_catalog.lower(c.relname) = pg_catalog.lower(?::text)"
                        + " AND c.relkind IN ('r', 'p', 'v', 'm', 'f')"
                        + (writing ? "" : " AND (c.relkind NOT IN ('r', 'p') OR c.relrowsecurity)")
                        + " AND NOT (pg_catalog.pg_has_role(c.relowner, 'MEMBER') OR o.rolsuper"
                        + " OR c.relowner IN (SELECT d.datdba FROM pg_catalog.pg_database d"
                        + " WHERE d.datname = pg_catalog.current_database())"
                        + " OR (c.relowner = n.nspowner))")) {
            query.setString(1, schema);
            query.setString(2, table);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }
}
