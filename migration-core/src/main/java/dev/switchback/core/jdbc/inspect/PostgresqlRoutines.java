package dev.switchback.core.jdbc.inspect;

import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Routine;
import dev.switchback.core.domain.schema.SchemaObject;
import dev.switchback.core.domain.schema.SchemaObject.Kind;
import dev.switchback.core.domain.schema.Trigger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The functions, procedures and triggers of a schema of PostgreSQL. */
final class PostgresqlRoutines {

    private static final String ROUTINES = """
            SELECT p.oid AS id, p.proname AS name, p.prokind = 'p' AS procedure,
                   pg_catalog.quote_ident(p.proname) AS written,
                   '(' || pg_catalog.oidvectortypes(p.proargtypes) || ')' AS arguments,
                   pg_catalog.rtrim(pg_catalog.pg_get_functiondef(p.oid), E'\\n') AS definition,
                   pg_catalog.obj_description(p.oid, 'pg_proc') AS comment
              FROM pg_catalog.pg_proc p
             WHERE p.pronamespace = :schema AND p.prokind IN ('f', 'p') AND :free(pg_proc, p.oid)
             ORDER BY p.proname, 5
            """;

    private static final String TRIGGERS = """
            SELECT t.oid AS id, t.tgname AS name, c.relname AS table,
                   pg_catalog.pg_get_triggerdef(t.oid, true) AS definition,
                   pg_catalog.obj_description(t.oid, 'pg_trigger') AS comment
              FROM pg_catalog.pg_trigger t
              JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
             WHERE c.relnamespace = :schema AND NOT t.tgisinternal
               AND COALESCE(pg_catalog.to_jsonb(t) ->> 'tgparentid', '0') = '0' AND :free(pg_trigger, t.oid)
             ORDER BY c.relname, t.tgname
            """;

    private final PostgresqlCatalog catalog;
    private final PostgresqlDependencies dependencies;
    private final Set<String> ignored;

    PostgresqlRoutines(PostgresqlCatalog catalog, PostgresqlDependencies dependencies, Set<String> ignored) {
        this.catalog = catalog;
        this.dependencies = dependencies;
        this.ignored =
                ignored.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    List<SchemaObject> read() throws SQLException {
        List<SchemaObject> all = new ArrayList<>();
        for (CatalogRow row : catalog.query(ROUTINES)) {
            Kind kind = row.is("procedure") ? Kind.PROCEDURE : Kind.FUNCTION;
            String head = "CREATE OR REPLACE " + kind.name() + " ";
            // the definition names the schema, whatever the search path is
            String definition = row.text("definition");
            String qualified = head + catalog.name() + "." + row.text("written");
            if (definition.startsWith(qualified)) {
                definition = head + row.text("written") + definition.substring(qualified.length());
            }
            all.add(new Routine(
                    kind,
                    ObjectName.of(row.text("name")),
                    row.text("arguments"),
                    definition,
                    row.optional("comment"),
                    dependencies.ofRoutine(row.text("id"))));
        }
        for (CatalogRow row : catalog.query(TRIGGERS)) {
            if (!ignored.contains(row.text("table").toLowerCase(Locale.ROOT))) {
                all.add(new Trigger(
                        ObjectName.of(row.text("name")),
                        ObjectName.of(row.text("table")),
                        row.code("definition"),
                        row.optional("comment"),
                        dependencies.ofTrigger(row.text("id"))));
            }
        }
        return all;
    }
}
