package dev.switchback.core.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which tables a schema has; used to notice a database that has tables but no history. */
final class TableCatalog {

    private TableCatalog() {}

    /**
     * The tables and views of the schema, without those of the database itself and our own.
     *
     * @param connection any connection
     * @param schema the schema; empty for the connection's own
     * @return their names, as the database spells them
     * @throws SQLException if the database fails
     */
    static List<String> tables(Connection connection, Optional<String> schema) throws SQLException {
        DatabaseMetaData meta = connection.getMetaData();
        boolean catalogs = !meta.supportsSchemasInTableDefinitions();
        String catalog = catalogs && schema.isPresent() ? schema.get() : connection.getCatalog();
        String in = catalogs ? null : schema.orElse(connection.getSchema());
        List<String> names = new ArrayList<>();
        try (ResultSet tables = meta.getTables(catalog, in, "%", new String[] {"TABLE", "BASE TABLE", "VIEW"})) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME");
                String lower = name.toLowerCase(Locale.ROOT);
                if (!lower.startsWith("sqlite_") && !lower.equals(JdbcJournal.TABLE)) {
                    names.add(name);
                }
            }
        }
        return names;
    }
}
