package dev.switchback.core.jdbc.inspect;

import dev.switchback.core.domain.Dialect;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.SchemaObject;
import dev.switchback.core.jdbc.FirstError;
import dev.switchback.core.port.SchemaInspector;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a schema of PostgreSQL 13 or newer, in one read-only transaction that sees one state of it. All texts are the
 * server's own, written as if the schema were the only one in the path; so the same schema under another name says the
 * same, and what is elsewhere is named with its schema. Left out is what belongs to an extension; owners and privileges
 * are not compared.
 *
 * <p>Stateless.
 */
public final class PostgresqlSchemaInspector implements SchemaInspector {

    /** Nothing to prepare. */
    public PostgresqlSchemaInspector() {}

    @Override
    public DatabaseSchema inspect(Connection connection, Set<String> ignored) throws SQLException {
        boolean own = connection.getAutoCommit();
        connection.setAutoCommit(false);
        return FirstError.of(() -> read(connection, ignored), () -> {
            if (own) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }

    private static DatabaseSchema read(Connection connection, Set<String> ignored) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
        }
        List<CatalogRow> schema = CatalogRow.query(
                connection,
                "SELECT n.oid AS id, pg_catalog.quote_ident(n.nspname) AS name,"
                        + " pg_catalog.set_config('search_path', pg_catalog.quote_ident(n.nspname), true) AS path"
                        + " FROM pg_catalog.pg_namespace n WHERE n.nspname = pg_catalog.current_schema()");
        if (schema.isEmpty()) {
            return DatabaseSchema.of(Dialect.POSTGRESQL, List.of(), List.of());
        }
        PostgresqlCatalog catalog = new PostgresqlCatalog(
                connection, schema.get(0).text("id"), schema.get(0).text("name"));
        PostgresqlDependencies dependencies = PostgresqlDependencies.read(catalog);
        List<SchemaObject> objects = new ArrayList<>();
        PostgresqlTables tables = new PostgresqlTables(catalog, dependencies, ignored);
        objects.addAll(tables.read());
        objects.addAll(new PostgresqlViews(catalog, dependencies, tables.indexes()).read());
        objects.addAll(tables.freeSequences());
        objects.addAll(new PostgresqlTypes(catalog, dependencies).read());
        objects.addAll(new PostgresqlRoutines(catalog, dependencies, ignored).read());
        return DatabaseSchema.of(Dialect.POSTGRESQL, objects, PostgresqlUnsupported.read(catalog, ignored));
    }
}
