package dev.switchback.core.jdbc.inspect;

import dev.switchback.core.domain.schema.Index;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.View;
import dev.switchback.core.domain.schema.ViewAddition;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The views of a schema of PostgreSQL, those that keep their rows too. */
final class PostgresqlViews {

    private static final String QUERY = """
            SELECT c.oid AS id, c.relname AS name, c.relkind = 'm' AS materialized,
                   pg_catalog.quote_ident(c.relname) AS written,
                   pg_catalog.array_to_string(c.reloptions, ', ') AS options,
                   pg_catalog.rtrim(pg_catalog.pg_get_viewdef(c.oid, true), ';') AS body,
                   pg_catalog.obj_description(c.oid, 'pg_class') AS comment
              FROM pg_catalog.pg_class c
             WHERE c.relnamespace = :schema AND c.relkind IN ('v', 'm') AND c.relpersistence <> 't'
               AND :free(pg_class, c.oid)
             ORDER BY c.relname
            """;

    private final PostgresqlCatalog catalog;
    private final PostgresqlDependencies dependencies;
    private final Map<String, List<Index>> indexes;

    PostgresqlViews(PostgresqlCatalog catalog, PostgresqlDependencies dependencies, Map<String, List<Index>> indexes) {
        this.catalog = catalog;
        this.dependencies = dependencies;
        this.indexes = indexes;
    }

    List<View> read() throws SQLException {
        List<View> views = new ArrayList<>();
        Map<String, List<ViewAddition>> additions = PostgresqlViewAdditions.read(catalog);
        for (CatalogRow row : catalog.query(QUERY)) {
            boolean materialized = row.is("materialized");
            String options =
                    row.optional("options").map(o -> " WITH (" + o + ")").orElse("");
            views.add(new View(
                    ObjectName.of(row.text("name")),
                    materialized,
                    "CREATE " + (materialized ? "MATERIALIZED VIEW " : "VIEW ") + row.text("written") + options
                            + " AS\n" + row.code("body"),
                    indexes.getOrDefault(row.text("id"), List.of()),
                    row.optional("comment"),
                    additions.getOrDefault(row.text("id"), List.of()),
                    dependencies.ofRelation(row.text("id"))));
        }
        return views;
    }
}
