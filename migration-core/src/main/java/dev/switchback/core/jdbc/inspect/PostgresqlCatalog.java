package dev.switchback.core.jdbc.inspect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The catalogs of PostgreSQL, for one schema.
 *
 * @param connection a connection in whose search path the schema is, and nothing else
 * @param id the schema's number
 * @param name the schema's name, quoted where needed
 */
record PostgresqlCatalog(Connection connection, String id, String name) {

    /**
     * Asks a question. In it, {@code :schema} is the number of the schema, and {@code :free(catalog, id)} holds for what
     * belongs to no extension.
     */
    List<CatalogRow> query(String sql) throws SQLException {
        return CatalogRow.query(
                connection,
                sql.replace(":schema", id)
                        .replaceAll(
                                ":free\\((\\w+), ([\\w.]+)\\)",
                                "NOT EXISTS (SELECT FROM pg_catalog.pg_depend owned"
                                        + " WHERE owned.classid = 'pg_catalog.$1'::pg_catalog.regclass"
                                        + " AND owned.objid = $2 AND owned.deptype = 'e')"));
    }
}
