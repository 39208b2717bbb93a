package dev.switchback.core.jdbc.inspect;

/** What is set on parts of a schema of PostgreSQL and not compared, and what other schemas make of it. */
final class PostgresqlSettings {

    /** Parts of the question for all that is not compared, with what is said and to which table it belongs. */
    static final String QUERY = """
              SELECT 'conversion ' || pg_catalog.quote_ident(o.conname), NULL FROM pg_catalog.pg_conversion o
               WHERE o.connamespace = :schema AND :free(pg_conversion, o.oid)
              UNION ALL
              SELECT 'unlogged sequence ' || c.oid::pg_catalog.regclass, NULL FROM pg_catalog.pg_class c
               WHERE c.relnamespace = :schema AND c.relkind = 'S' AND c.relpersistence = 'u'
                 AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_class t ON t.oid = d.refobjid
                                  WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid
                                    AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
                                    AND d.deptype IN ('a', 'i') AND t.relpersistence = 'u')
              UNION ALL
              SELECT 'materialized view ' || c.oid::pg_catalog.regclass
                     || ' without its rows: made WITH NO DATA or never refreshed', c.relname
                FROM pg_catalog.pg_class c
               WHERE c.relnamespace = :schema AND c.relkind = 'm' AND NOT c.relispopulated
              UNION ALL
              SELECT 'options of column ' || c.oid::pg_catalog.regclass || '.' || pg_catalog.quote_ident(a.attname)
                     || ': ' || pg_catalog.array_to_string(a.attoptions, ', '), c.relname
                FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
               WHERE c.relnamespace = :schema AND c.relkind IN ('r', 'p', 'm') AND a.attoptions IS NOT NULL
                 AND NOT a.attisdropped
              UNION ALL
              SELECT 'statistics target of column ' || c.oid::pg_catalog.regclass || '.'
                     || pg_catalog.quote_ident(a.attname), COALESCE(t.relname, c.relname)
                FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
                LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
                LEFT JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
               WHERE c.relnamespace = :schema AND c.relkind IN ('i', 'I', 'm') AND COALESCE(a.attstattarget, -1) >= 0
                 AND a.attnum > 0
              UNION ALL
              SELECT 'storage parameters of index ' || c.oid::pg_catalog.regclass || ' of a constraint: '
                     || pg_catalog.array_to_string(c.reloptions, ', '), t.relname
                FROM pg_catalog.pg_constraint o JOIN pg_catalog.pg_class c ON c.oid = o.conindid
                JOIN pg_catalog.pg_class t ON t.oid = o.conrelid
               WHERE o.connamespace = :schema AND o.contype IN ('p', 'u', 'x') AND c.reloptions IS NOT NULL
              UNION ALL
              SELECT 'comment of index ' || o.conindid::pg_catalog.regclass || ' of a constraint', t.relname
                FROM pg_catalog.pg_constraint o JOIN pg_catalog.pg_class t ON t.oid = o.conrelid
                JOIN pg_catalog.pg_description d ON d.objoid = o.conindid
                 AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
               WHERE o.connamespace = :schema AND o.contype IN ('p', 'u', 'x')
              UNION ALL
              SELECT 'comment of sequence ' || c.oid::pg_catalog.regclass || ' of a column', t.relname
                FROM pg_catalog.pg_class c
                JOIN pg_catalog.pg_description n ON n.objoid = c.oid
                 AND n.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
                JOIN pg_catalog.pg_depend d ON d.objid = c.oid AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0
                 AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                 AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
                JOIN pg_catalog.pg_class t ON t.oid = d.refobjid
               WHERE c.relnamespace = :schema AND c.relkind = 'S'
              UNION ALL
              SELECT DISTINCT 'view ' || v.oid::pg_catalog.regclass || ' of another schema, which reads '
                     || c.oid::pg_catalog.regclass, c.relname
                FROM pg_catalog.pg_depend d
                JOIN pg_catalog.pg_rewrite r ON r.oid = d.objid
                JOIN pg_catalog.pg_class v ON v.oid = r.ev_class
                JOIN pg_catalog.pg_class c ON c.oid = d.refobjid
               WHERE c.relnamespace = :schema AND v.relnamespace <> :schema AND v.relkind IN ('v', 'm')
                 AND d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
                 AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
            """;

    private PostgresqlSettings() {}
}
