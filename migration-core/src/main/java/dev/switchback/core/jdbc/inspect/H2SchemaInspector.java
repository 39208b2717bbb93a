package dev.switchback.core.jdbc.inspect;

import dev.switchback.core.domain.Dialect;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.port.SchemaInspector;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * H2: reads what {@code SCRIPT} gives back, which is canonical, complete and one query. H2 lets administrators run it only;
 * somebody else gets H2's error.
 */
public final class H2SchemaInspector implements SchemaInspector {

    /** The script of one schema leaves them out. */
    private static final String SYNONYMS =
            "SELECT SYNONYM_NAME FROM INFORMATION_SCHEMA.SYNONYMS WHERE SYNONYM_SCHEMA = ? ORDER BY 1";

    /** Holds nothing. */
    public H2SchemaInspector() {}

    @Override
    public DatabaseSchema inspect(Connection connection, Set<String> ignored) throws SQLException {
        String schema = connection.getSchema();
        Set<String> left = ignored.stream().map(n -> n.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        H2ScriptReader reader = new H2ScriptReader(schema, left);
        String quoted = "\"" + schema.replace("\"", "\"\"") + "\"";
        for (List<String> row : CatalogRows.of(connection, "SCRIPT NODATA NOPASSWORDS NOSETTINGS SCHEMA " + quoted)) {
            reader.read(row.get(0));
        }
        List<String> unsupported = new ArrayList<>(reader.unsupported());
        for (List<String> row : CatalogRows.of(connection, SYNONYMS, schema)) {
            unsupported.add("synonym " + row.get(0));
        }
        return DatabaseSchema.of(Dialect.H2, reader.objects(), unsupported);
    }
}
