package dev.switchback.core.autogenerate;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * All that the catalogs of PostgreSQL say about the current schema, which has to be the only one in the path: whole rows of
 * catalogs, so that what the inspector does not know of is in it too, and every dependency between two objects.
 */
final class PostgresqlDump {

    private static final String QUERY = """
            WITH rel AS (SELECT * FROM pg_class WHERE relnamespace = current_schema()::regnamespace)
            SELECT 'class ' || relname || ' ' || (to_jsonb(r) - '{oid,relname,relnamespace,reltype,relowner,relfilenode,relpages,
                   reltuples,relallvisible,relallfrozen,reltoastrelid,relfrozenxid,relminmxid,relacl,relpartbound,relhasindex,
                   relhasrules,relhastriggers,relam,relnatts,relchecks,relrewrite,reloptions}'::text[])
                   || COALESCE(reloptions::text, '') || COALESCE(pg_get_partkeydef(oid), '')
                   || COALESCE(pg_get_expr(relpartbound, oid), '')
              FROM rel r
            UNION ALL
            SELECT 'column ' || a.attrelid::regclass || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' '
                   || (to_jsonb(a) - '{attrelid,attname,atttypid,attnum,attcollation,attcacheoff,atttypmod,attacl,atthasmissing,
                   attmissingval,attlen,attalign,attbyval,attndims}'::text[])
                   || a.attcollation::regcollation || COALESCE(' ' || pg_get_expr(d.adbin, d.adrelid), '')
              FROM pg_attribute a JOIN rel ON rel.oid = a.attrelid AND relkind NOT IN ('i', 'I', 'S')
              LEFT JOIN pg_attrdef d ON d.adrelid = attrelid AND d.adnum = attnum
             WHERE attnum > 0 AND NOT attisdropped
            UNION ALL
            SELECT 'constraint ' || CASE WHEN conrelid <> 0 THEN conrelid::regclass::text ELSE contypid::regtype::text END || '.'
                   || conname || ' ' || pg_get_constraintdef(oid) || ' ' || (to_jsonb(c) - '{oid,conname,connamespace,conrelid,
                   contypid,conindid,conparentid,confrelid,conkey,confkey,conpfeqop,conppeqop,conffeqop,confdelsetcols,
                   conexclop,conbin}'::text[])
              FROM pg_constraint c WHERE connamespace = current_schema()::regnamespace
            UNION ALL
            SELECT 'index ' || pg_get_indexdef(indexrelid) || ' ' || (to_jsonb(i) - '{indexrelid,indrelid,indkey,indcollation,
                   indclass,indoption,indexprs,indpred,indcheckxmin}'::text[])
              FROM pg_index i JOIN rel ON rel.oid = indexrelid
            UNION ALL
            SELECT 'rule ' || pg_get_ruledef(w.oid) FROM pg_rewrite w JOIN rel ON rel.oid = ev_class
            UNION ALL
            SELECT 'sequence ' || relname || ' ' || seqtypid::regtype || ' ' || (to_jsonb(s) - '{seqrelid,seqtypid}'::text[])
              FROM pg_sequence s JOIN rel ON rel.oid = seqrelid
            UNION ALL
            SELECT 'type ' || oid::regtype || ' ' || typtype::text || ' ' || typnotnull || ' ' || COALESCE(typdefault, '') || ' '
                   || typbasetype::regtype || typtypmod || typcollation::regcollation
                   || COALESCE((SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum
                                 WHERE enumtypid = t.oid), '')
              FROM pg_type t WHERE typnamespace = current_schema()::regnamespace
            UNION ALL
            SELECT 'routine ' || pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = current_schema()::regnamespace
            UNION ALL
            SELECT 'trigger ' || pg_get_triggerdef(t.oid) || ' ' || tgenabled::text FROM pg_trigger t JOIN rel ON rel.oid = tgrelid
             WHERE NOT tgisinternal
            UNION ALL
            SELECT 'comment ' || pg_describe_object(classoid, objoid, objsubid) || ': ' || description FROM pg_description
             WHERE objoid > 16383
            UNION ALL
            SELECT 'need ' || pg_describe_object(classid, objid, objsubid) || ' -> '
                   || pg_describe_object(refclassid, refobjid, refobjsubid) || ' ' || deptype::text
              FROM pg_depend WHERE objid > 16383 AND refobjid > 16383
            """;

    private PostgresqlDump() {}

    static List<String> of(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            String schema;
            try (ResultSet name = statement.executeQuery("SELECT current_schema()")) {
                name.next();
                schema = name.getString(1);
            }
            try (ResultSet rows = statement.executeQuery(QUERY)) {
                while (rows.next()) {
                    String line = rows.getString(1);
                    if (line != null && !line.contains("pg_toast") && !isOfAnother(line, schema)) {
                        lines.add(line.replace(schema + ".", "")
                                .replace(schema, "…")
                                .replaceAll("(_[ac])_\\d+ ", "$1 ")
                                // one list, said before and after its first dump
                                .replaceAll("\\(('(?:[^']|'')*'::character varying)\\)::text", "$1")
                                .replaceAll("\\((ARRAY\\[[^]]*\\])\\)::text\\[\\]", "$1"));
                    }
                }
            }
        }
        return lines.stream().sorted().toList();
    }

    /** The database holds the schemas of other tests too. */
    private static boolean isOfAnother(String line, String schema) {
        return line.contains("room_") && !line.contains(schema);
    }
}
