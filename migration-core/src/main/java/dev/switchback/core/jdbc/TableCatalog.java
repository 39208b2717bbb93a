package dev.switchback.core.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
                if (isIn(in, tables) && !lower.startsWith("sqlite_") && !lower.equals(JdbcJournal.TABLE)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /**
     * Whether a row of the catalog is of the schema that was asked for: to JDBC its name is a pattern, in which an
     * underscore stands for any character.
     *
     * @param schema the schema; null if it was not asked for one
     */
    static boolean isIn(@Nullable String schema, ResultSet tables) throws SQLException {
        return schema == null || schema.equals(tables.getString("TABLE_SCHEM"));
    }
}
