package dev.switchback.core.jdbc.inspect;

import dev.switchback.core.domain.Dialect;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.jdbc.FirstError;
import dev.switchback.core.port.SchemaInspector;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * MariaDB and MySQL: reads what {@code SHOW CREATE} gives back, which is canonical and complete, and asks for it in a way
 * that does not depend on the settings of the session. Definers are left out: they say who ran a script.
 */
public final class MariadbSchemaInspector implements SchemaInspector {

    /** Neither quotes of another kind, nor a comment without escapes, nor a table without its options. */
    private static final String PLAIN_MODE = "STRICT_TRANS_TABLES";

    /** Holds nothing. */
    public MariadbSchemaInspector() {}

    @Override
    public DatabaseSchema inspect(Connection connection, Set<String> ignored) throws SQLException {
        String mode = CatalogRows.of(connection, "SELECT @@sql_mode").get(0).get(0);
        String quoted = CatalogRows.of(connection, "SELECT @@sql_quote_show_create")
                .get(0)
                .get(0);
        set(connection, PLAIN_MODE, "1");
        return FirstError.of(
                () -> {
                    MariadbCatalog catalog = MariadbCatalog.of(connection, MariadbModes.of(mode));
                    return DatabaseSchema.of(Dialect.MARIADB, catalog.objects(ignored), catalog.unsupported());
                },
                () -> set(connection, mode, quoted));
    }

    /**
     * What a table has that does not name its own.
     *
     * @param connection to the database
     * @return the words for it
     * @throws SQLException if the database fails
     */
    public static String charset(Connection connection) throws SQLException {
        List<String> row = CatalogRows.of(connection, "SELECT @@character_set_database, @@collation_database")
                .get(0);
        return "CHARACTER SET " + row.get(0) + " COLLATE " + row.get(1);
    }

    private static void set(Connection connection, String mode, String quoted) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SET SESSION sql_mode = ?, SESSION sql_quote_show_create = ?")) {
            statement.setString(1, mode);
            statement.setInt(2, Integer.parseInt(quoted));
            statement.execute();
        }
    }
}
