package dev.switchback.core.jdbc.inspect;

import dev.switchback.core.domain.schema.Dependency;
import dev.switchback.core.domain.schema.ObjectName;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What needs what in a schema of PostgreSQL: of a table also what its defaults, checks and indexes need, of a view what
 * its rule needs.
 */
final class PostgresqlDependencies {

    /** The owner is the kind of the object, as a letter, with its number. */
    private static final String QUERY = """
            SELECT CASE
                     WHEN rule.oid IS NOT NULL THEN 'r' || rule.ev_class
                     WHEN fallback.oid IS NOT NULL THEN 'r' || fallback.adrelid
                     WHEN con.conrelid <> 0 THEN 'r' || con.conrelid
                     WHEN con.contypid <> 0 THEN 't' || con.contypid
                     WHEN idx.indexrelid IS NOT NULL THEN 'r' || idx.indrelid
                     ELSE CASE d.classid
                            WHEN 'pg_catalog.pg_class'::pg_catalog.regclass THEN 'r'
                            WHEN 'pg_catalog.pg_proc'::pg_catalog.regclass THEN 'p'
                            WHEN 'pg_catalog.pg_trigger'::pg_catalog.regclass THEN 'g'
                            ELSE 't' END || d.objid
                   END AS owner,
                   CASE WHEN rel.oid IS NOT NULL THEN 'r' || rel.oid END AS relation,
                   COALESCE(rel.relname, proc.proname, elem.typname) AS name,
                   col.attname AS column
              FROM pg_catalog.pg_depend d
              LEFT JOIN pg_catalog.pg_rewrite rule
                ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND rule.oid = d.objid
              LEFT JOIN pg_catalog.pg_attrdef fallback
                ON d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND fallback.oid = d.objid
              LEFT JOIN pg_catalog.pg_constraint con
                ON d.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND con.oid = d.objid
              LEFT JOIN pg_catalog.pg_index idx
                ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND idx.indexrelid = d.objid
              LEFT JOIN pg_catalog.pg_class rel
                ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND rel.oid = d.refobjid
               AND rel.relnamespace = :schema AND rel.relkind IN ('r', 'p', 'v', 'm', 'S')
              LEFT JOIN pg_catalog.pg_attribute col
                ON col.attrelid = rel.oid AND col.attnum = d.refobjsubid AND d.refobjsubid > 0
              LEFT JOIN pg_catalog.pg_proc proc
                ON d.refclassid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND proc.oid = d.refobjid
               AND proc.pronamespace = :schema
              LEFT JOIN pg_catalog.pg_type typ
                ON d.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass AND typ.oid = d.refobjid
              LEFT JOIN pg_catalog.pg_type elem
                ON elem.oid = CASE WHEN typ.typcategory = 'A' AND typ.typelem <> 0 THEN typ.typelem ELSE typ.oid END
               AND elem.typnamespace = :schema AND elem.typtype IN ('c', 'd', 'e')
             WHERE d.deptype IN ('n', 'a')
               AND d.classid IN ('pg_catalog.pg_rewrite'::pg_catalog.regclass,
                                 'pg_catalog.pg_attrdef'::pg_catalog.regclass,
                                 'pg_catalog.pg_constraint'::pg_catalog.regclass,
                                 'pg_catalog.pg_class'::pg_catalog.regclass,
                                 'pg_catalog.pg_proc'::pg_catalog.regclass,
                                 'pg_catalog.pg_trigger'::pg_catalog.regclass,
                                 'pg_catalog.pg_type'::pg_catalog.regclass)
               AND COALESCE(rel.oid, proc.oid, elem.oid) IS NOT NULL
            """;

    private final Map<String, Set<Dependency>> needs = new HashMap<>();

    private PostgresqlDependencies() {}

    static PostgresqlDependencies read(PostgresqlCatalog catalog) throws SQLException {
        PostgresqlDependencies all = new PostgresqlDependencies();
        for (CatalogRow row : catalog.query(QUERY)) {
            String owner = row.text("owner");
            if (!owner.equals(row.optional("relation").orElse(""))) {
                all.needs
                        .computeIfAbsent(owner, o -> new HashSet<>())
                        .add(new Dependency(ObjectName.of(row.text("name")), row.optional("column")));
            }
        }
        return all;
    }

    /** Of a table, view or sequence. */
    Set<Dependency> ofRelation(String id) {
        return needs.getOrDefault("r" + id, Set.of());
    }

    Set<Dependency> ofRoutine(String id) {
        return needs.getOrDefault("p" + id, Set.of());
    }

    Set<Dependency> ofTrigger(String id) {
        return needs.getOrDefault("g" + id, Set.of());
    }

    Set<Dependency> ofType(String id) {
        return needs.getOrDefault("t" + id, Set.of());
    }
}
