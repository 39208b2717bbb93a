package dev.switchback.core.jdbc.inspect;

import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.SchemaObject.Kind;
import dev.switchback.core.domain.schema.UserType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The enums and domains of a schema of PostgreSQL. */
final class PostgresqlTypes {

    private static final String ENUMS = """
            SELECT t.oid AS id, t.typname AS name, pg_catalog.obj_description(t.oid, 'pg_type') AS comment,
                   ARRAY(SELECT e.enumlabel FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid
                          ORDER BY e.enumsortorder) AS labels
              FROM pg_catalog.pg_type t
             WHERE t.typnamespace = :schema AND t.typtype = 'e' AND :free(pg_type, t.oid)
             ORDER BY t.typname
            """;

    /** Each clause of a domain on a line of its own. */
    private static final String DOMAINS = """
            SELECT t.oid AS id, t.typname AS name, pg_catalog.obj_description(t.oid, 'pg_type') AS comment,
                   pg_catalog.format_type(t.typbasetype, t.typtypmod) AS base,
                   CASE WHEN t.typcollation <> b.typcollation THEN t.typcollation::pg_catalog.regcollation END AS collation,
                   pg_catalog.pg_get_expr(t.typdefaultbin, 0, true) AS fallback, t.typnotnull AS required,
                   ARRAY(SELECT 'CONSTRAINT ' || pg_catalog.quote_ident(o.conname) || ' '
                                || pg_catalog.pg_get_constraintdef(o.oid, true)
                           FROM pg_catalog.pg_constraint o WHERE o.contypid = t.oid AND o.contype = 'c'
                          ORDER BY o.conname) AS checks
              FROM pg_catalog.pg_type t
              JOIN pg_catalog.pg_type b ON b.oid = t.typbasetype
             WHERE t.typnamespace = :schema AND t.typtype = 'd' AND :free(pg_type, t.oid)
             ORDER BY t.typname
            """;

    private final PostgresqlCatalog catalog;
    private final PostgresqlDependencies dependencies;

    PostgresqlTypes(PostgresqlCatalog catalog, PostgresqlDependencies dependencies) {
        this.catalog = catalog;
        this.dependencies = dependencies;
    }

    List<UserType> read() throws SQLException {
        List<UserType> types = new ArrayList<>();
        for (CatalogRow row : catalog.query(ENUMS)) {
            String labels = row.list("labels").stream()
                    .map(label -> "'" + label.replace("'", "''") + "'")
                    .collect(Collectors.joining(", ", "ENUM (", ")"));
            types.add(type(Kind.ENUM, row, row.list("labels"), labels));
        }
        for (CatalogRow row : catalog.query(DOMAINS)) {
            List<String> clauses = new ArrayList<>();
            clauses.add(row.text("base"));
            row.optional("collation").ifPresent(c -> clauses.add("COLLATE " + c));
            row.optional("fallback").ifPresent(f -> clauses.add("DEFAULT " + PostgresqlArrays.canonical(f)));
            if (row.is("required")) {
                clauses.add("NOT NULL");
            }
            row.list("checks").forEach(check -> clauses.add(PostgresqlArrays.canonical(check)));
            types.add(type(Kind.DOMAIN, row, List.of(), String.join("\n    ", clauses)));
        }
        return types;
    }

    private UserType type(Kind kind, CatalogRow row, List<String> labels, String definition) {
        return new UserType(
                kind,
                ObjectName.of(row.text("name")),
                labels,
                definition,
                row.optional("comment"),
                dependencies.ofType(row.text("id")));
    }
}
