package dev.switchback.core.jdbc.inspect;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a schema of PostgreSQL holds that is not compared, so that nobody takes silence for equality. */
final class PostgresqlUnsupported {

    private static final String QUERY = """
            SELECT what, owner FROM (
              SELECT 'extension ' || pg_catalog.quote_ident(e.extname), NULL::name FROM pg_catalog.pg_extension e
               WHERE e.extnamespace = :schema
              UNION ALL
              SELECT CASE WHEN c.relkind = 'f' THEN 'foreign table ' ELSE 'composite type ' END
                     || c.oid::pg_catalog.regclass, c.relname
                FROM pg_catalog.pg_class c
               WHERE c.relnamespace = :schema AND c.relkind IN ('f', 'c') AND :free(pg_class, c.oid)
              UNION ALL
              SELECT 'type ' || t.oid::pg_catalog.regtype, NULL FROM pg_catalog.pg_type t
               WHERE t.typnamespace = :schema AND (t.typtype = 'r' OR t.typtype = 'b' AND t.typcategory <> 'A')
                 AND :free(pg_type, t.oid)
              UNION ALL
              SELECT CASE p.prokind WHEN 'a' THEN 'aggregate ' ELSE 'window function ' END
                     || p.oid::pg_catalog.regprocedure, NULL
                FROM pg_catalog.pg_proc p
               WHERE p.pronamespace = :schema AND p.prokind IN ('a', 'w') AND :free(pg_proc, p.oid)
              UNION ALL
              SELECT 'operator ' || o.oid::pg_catalog.regoperator, NULL FROM pg_catalog.pg_operator o
               WHERE o.oprnamespace = :schema AND :free(pg_operator, o.oid)
              UNION ALL
              SELECT 'collation ' || o.oid::pg_catalog.regcollation, NULL FROM pg_catalog.pg_collation o
               WHERE o.collnamespace = :schema AND :free(pg_collation, o.oid)
              UNION ALL
              SELECT 'operator class ' || pg_catalog.quote_ident(o.opcname), NULL FROM pg_catalog.pg_opclass o
               WHERE o.opcnamespace = :schema AND :free(pg_opclass, o.oid)
              UNION ALL
              SELECT 'text search configuration ' || o.oid::pg_catalog.regconfig, NULL FROM pg_catalog.pg_ts_config o
               WHERE o.cfgnamespace = :schema AND :free(pg_ts_config, o.oid)
              UNION ALL
              SELECT 'text search dictionary ' || o.oid::pg_catalog.regdictionary, NULL FROM pg_catalog.pg_ts_dict o
               WHERE o.dictnamespace = :schema AND :free(pg_ts_dict, o.oid)
              UNION ALL
              SELECT 'statistics ' || pg_catalog.quote_ident(s.stxname) || ' on table '
                     || s.stxrelid::pg_catalog.regclass, NULL
                FROM pg_catalog.pg_statistic_ext s
               WHERE s.stxnamespace = :schema AND :free(pg_statistic_ext, s.oid)
              UNION ALL
              SELECT 'policy ' || pg_catalog.quote_ident(p.polname) || ' on table ' || c.oid::pg_catalog.regclass, c.relname
                FROM pg_catalog.pg_policy p JOIN pg_catalog.pg_class c ON c.oid = p.polrelid
               WHERE c.relnamespace = :schema
              UNION ALL
              SELECT 'row level security of table ' || c.oid::pg_catalog.regclass, c.relname FROM pg_catalog.pg_class c
               WHERE c.relnamespace = :schema AND (c.relrowsecurity OR c.relforcerowsecurity)
              UNION ALL
              SELECT 'replica identity of table ' || c.oid::pg_catalog.regclass, c.relname FROM pg_catalog.pg_class c
               WHERE c.relnamespace = :schema AND c.relkind IN ('r', 'p') AND c.relreplident <> 'd'
              UNION ALL
              SELECT 'tablespace of ' || c.oid::pg_catalog.regclass, c.relname FROM pg_catalog.pg_class c
               WHERE c.relnamespace = :schema AND c.reltablespace <> 0
              UNION ALL
              SELECT 'access method ' || a.amname || ' of table ' || c.oid::pg_catalog.regclass, c.relname
                FROM pg_catalog.pg_class c JOIN pg_catalog.pg_am a ON a.oid = c.relam
               WHERE c.relnamespace = :schema AND c.relkind IN ('r', 'm') AND a.amname <> 'heap'
              UNION ALL
              SELECT 'typed table ' || c.oid::pg_catalog.regclass, c.relname FROM pg_catalog.pg_class c
               WHERE c.relnamespace = :schema AND c.reloftype <> 0
              UNION ALL
              SELECT 'inheritance of table ' || c.oid::pg_catalog.regclass, c.relname
                FROM pg_catalog.pg_inherits i JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid
               WHERE c.relnamespace = :schema AND c.relkind IN ('r', 'p') AND NOT c.relispartition
              UNION ALL
              SELECT 'rule ' || pg_catalog.quote_ident(r.rulename) || ' on ' || c.oid::pg_catalog.regclass, c.relname
                FROM pg_catalog.pg_rewrite r JOIN pg_catalog.pg_class c ON c.oid = r.ev_class
               WHERE c.relnamespace = :schema AND c.relkind NOT IN ('v', 'm')
              UNION ALL
              SELECT 'state of trigger ' || pg_catalog.quote_ident(t.tgname) || ' on '
                     || c.oid::pg_catalog.regclass || ': not simply enabled', c.relname
                FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
               WHERE c.relnamespace = :schema AND NOT t.tgisinternal AND t.tgenabled <> 'O'
              UNION ALL
              SELECT CASE WHEN i.indisclustered THEN 'CLUSTER on index ' ELSE 'invalid index ' END
                     || c.oid::pg_catalog.regclass, t.relname
                FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
                JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
               WHERE c.relnamespace = :schema AND (i.indisclustered OR c.relkind = 'i' AND NOT i.indisvalid)
              UNION ALL
              SELECT 'comment of constraint ' || pg_catalog.quote_ident(o.conname), c.relname
                FROM pg_catalog.pg_description d JOIN pg_catalog.pg_constraint o ON o.oid = d.objoid
                LEFT JOIN pg_catalog.pg_class c ON c.oid = o.conrelid
               WHERE o.connamespace = :schema AND d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass
              UNION ALL
            %s
            ) found (what, owner) ORDER BY what
            """.formatted(PostgresqlSettings.QUERY);

    private PostgresqlUnsupported() {}

    /** A line each, without what belongs to tables that are left out. */
    static List<String> read(PostgresqlCatalog catalog, Set<String> ignored) throws SQLException {
        Set<String> out =
                ignored.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return catalog.query(QUERY).stream()
                .filter(row -> row.optional("owner")
                        .filter(name -> out.contains(name.toLowerCase(Locale.ROOT)))
                        .isEmpty())
                .map(row -> row.text("what"))
                .toList();
    }
}
