package dev.switchback.core.jdbc.inspect;

import dev.switchback.core.domain.schema.ViewAddition;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules of views of PostgreSQL, and the defaults and comments of their columns: all that goes with a view. */
final class PostgresqlViewAdditions {

    /** What is made first comes first: a comment after its rule. */
    private static final String QUERY = """
            WITH view AS (SELECT c.oid, c.oid::pg_catalog.regclass AS written FROM pg_catalog.pg_class c
                           WHERE c.relnamespace = :schema AND c.relkind IN ('v', 'm') AND c.relpersistence <> 't'),
                 rule AS (SELECT r.oid, v.oid AS view, v.written,
                                 pg_catalog.quote_ident(r.rulename) || ' ON ' || v.written AS name
                            FROM pg_catalog.pg_rewrite r JOIN view v ON v.oid = r.ev_class
                           WHERE r.rulename <> '_RETURN')
            SELECT view, make, remove FROM (
              SELECT r.view, 1 AS place, r.name,
                     pg_catalog.regexp_replace(
                       pg_catalog.rtrim(pg_catalog.pg_get_ruledef(r.oid, true), ';'), '^CREATE', 'CREATE OR REPLACE') AS make,
                     'DROP RULE ' || r.name AS remove
                FROM rule r
              UNION ALL
              SELECT r.view, 2, r.name,
                     'COMMENT ON RULE ' || r.name || ' IS ' || pg_catalog.quote_literal(d.description),
                     'COMMENT ON RULE ' || r.name || ' IS NULL'
                FROM rule r
                JOIN pg_catalog.pg_description d
                  ON d.objoid = r.oid AND d.classoid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
              UNION ALL
              SELECT v.oid, 3, a.attname,
                     'ALTER VIEW ' || v.written || ' ALTER COLUMN ' || pg_catalog.quote_ident(a.attname) || ' SET DEFAULT '
                     || pg_catalog.pg_get_expr(d.adbin, d.adrelid, true),
                     'ALTER VIEW ' || v.written || ' ALTER COLUMN ' || pg_catalog.quote_ident(a.attname) || ' DROP DEFAULT'
                FROM view v
                JOIN pg_catalog.pg_attrdef d ON d.adrelid = v.oid
                JOIN pg_catalog.pg_attribute a ON a.attrelid = v.oid AND a.attnum = d.adnum
              UNION ALL
              SELECT v.oid, 4, a.attname,
                     'COMMENT ON COLUMN ' || v.written || '.' || pg_catalog.quote_ident(a.attname) || ' IS '
                     || pg_catalog.quote_literal(d.description),
                     'COMMENT ON COLUMN ' || v.written || '.' || pg_catalog.quote_ident(a.attname) || ' IS NULL'
                FROM view v
                JOIN pg_catalog.pg_description d
                  ON d.objoid = v.oid AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objsubid > 0
                JOIN pg_catalog.pg_attribute a ON a.attrelid = v.oid AND a.attnum = d.objsubid
            ) found (view, place, name, make, remove) ORDER BY view, place, name
            """;

    private PostgresqlViewAdditions() {}

    /** By the number of the view. */
    static Map<String, List<ViewAddition>> read(PostgresqlCatalog catalog) throws SQLException {
        Map<String, List<ViewAddition>> all = new HashMap<>();
        for (CatalogRow row : catalog.query(QUERY)) {
            all.computeIfAbsent(row.text("view"), v -> new ArrayList<>())
                    .add(new ViewAddition(row.code("make"), row.text("remove")));
        }
        return all;
    }
}
