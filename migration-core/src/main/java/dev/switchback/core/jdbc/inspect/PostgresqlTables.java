package dev.switchback.core.jdbc.inspect;

import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.Dependency;
import dev.switchback.core.domain.schema.Index;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Sequence;
import dev.switchback.core.domain.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tables of a schema of PostgreSQL, with all that is in them, and the sequences that no column counts with. */
final class PostgresqlTables {

    private static final String TABLES = """
            SELECT c.oid AS id, c.relname AS name, pg_catalog.obj_description(c.oid, 'pg_class') AS comment,
                   c.relpersistence = 'u' AS unlogged,
                   pg_catalog.pg_get_partkeydef(c.oid) AS partitioned,
                   CASE WHEN c.relispartition THEN parent.inhparent::pg_catalog.regclass::pg_catalog.text || ' '
                        || pg_catalog.pg_get_expr(c.relpartbound, c.oid) END AS partition,
                   whole.relname AS whole,
                   (SELECT n.nspname FROM pg_catalog.pg_namespace n
                     WHERE n.oid = whole.relnamespace AND n.oid <> :schema) AS whole_schema,
                   (SELECT pg_catalog.string_agg(o, ', ' ORDER BY o) FROM (
                       SELECT pg_catalog.unnest(c.reloptions)
                       UNION ALL SELECT 'toast.' || t FROM pg_catalog.pg_class toast,
                                 pg_catalog.unnest(toast.reloptions) t WHERE toast.oid = c.reltoastrelid) x (o)) AS storage
              FROM pg_catalog.pg_class c
              LEFT JOIN pg_catalog.pg_inherits parent ON parent.inhrelid = c.oid AND c.relispartition
              LEFT JOIN pg_catalog.pg_class whole ON whole.oid = parent.inhparent
             WHERE c.relnamespace = :schema AND c.relkind IN ('r', 'p') AND c.relpersistence <> 't'
               AND :free(pg_class, c.oid)
             ORDER BY c.relname
            """;

    private static final String CONSTRAINTS = """
            SELECT o.conrelid AS table, o.contype AS kind, o.conname AS name,
                   pg_catalog.pg_get_constraintdef(o.oid, true) AS definition,
                   ARRAY(SELECT a.attname FROM pg_catalog.unnest(o.conkey) WITH ORDINALITY k (number, place)
                           JOIN pg_catalog.pg_attribute a ON a.attrelid = o.conrelid AND a.attnum = k.number
                          ORDER BY k.place) AS columns,
                   target.relname AS target,
                   CASE WHEN target.relnamespace <> :schema THEN place.nspname END AS target_schema
              FROM pg_catalog.pg_constraint o
              LEFT JOIN pg_catalog.pg_class target ON o.contype = 'f' AND target.oid = o.confrelid
              LEFT JOIN pg_catalog.pg_namespace place ON place.oid = target.relnamespace
             WHERE o.connamespace = :schema AND o.conrelid <> 0 AND o.contype IN ('p', 'u', 'c', 'x', 'f')
               AND o.conparentid = 0 AND o.conislocal
             ORDER BY o.conrelid, pg_catalog.strpos('pucxf', o.contype::pg_catalog.text), o.conname
            """;

    /** Without those of constraints, and those that a partition has from its table. */
    private static final String INDEXES = """
            SELECT x.indrelid AS table, i.relname AS name, x.indisunique AS unique,
                   pg_catalog.pg_get_indexdef(i.oid, 0, true) AS definition,
                   pg_catalog.obj_description(i.oid, 'pg_class') AS comment,
                   ARRAY(SELECT a.attname FROM pg_catalog.pg_attribute a
                          WHERE a.attrelid = x.indrelid AND a.attnum > 0
                            AND a.attnum = ANY (x.indkey::pg_catalog.int2[] || ARRAY(
                                SELECT d.refobjsubid::pg_catalog.int2 FROM pg_catalog.pg_depend d
                                 WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = i.oid
                                   AND d.refobjid = x.indrelid))
                          ORDER BY pg_catalog.array_position(x.indkey::pg_catalog.int2[], a.attnum), a.attname) AS columns
              FROM pg_catalog.pg_index x
              JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid
             WHERE i.relnamespace = :schema AND NOT i.relispartition
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint o
                                WHERE o.conrelid = x.indrelid AND o.conindid = i.oid AND o.contype IN ('p', 'u', 'x'))
             ORDER BY i.relname
            """;

    private static final String NAME = "(?:\"(?:[^\"]|\"\")*\"|[^\\s\".]+)";

    /**
     * How every definition begins. ONLY would leave out the partitions, and the index of a partitioned table is none then; a
     * B-tree is what everybody gets who names no method.
     */
    private static final Pattern INDEX = Pattern.compile("^(CREATE (?:UNIQUE )?INDEX " + NAME + ") ON (?:ONLY )?("
            + NAME + "(?:\\." + NAME + ")?) (?:USING btree )?");

    private final PostgresqlCatalog catalog;
    private final PostgresqlDependencies dependencies;
    private final Set<String> ignored;
    private final Map<String, List<Index>> indexes = new HashMap<>();
    private final Map<String, List<Constraint>> constraints = new HashMap<>();
    private final List<Sequence> free = new ArrayList<>();

    PostgresqlTables(PostgresqlCatalog catalog, PostgresqlDependencies dependencies, Set<String> ignored) {
        this.catalog = catalog;
        this.dependencies = dependencies;
        this.ignored =
                ignored.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    List<Table> read() throws SQLException {
        readIndexes();
        readConstraints();
        PostgresqlSequences sequences = PostgresqlSequences.read(catalog);
        Map<String, List<Column>> columns = new PostgresqlColumns(catalog, sequences).read();
        Set<String> leftOut = new HashSet<>();
        List<Table> tables = new ArrayList<>();
        for (CatalogRow row : catalog.query(TABLES)) {
            if (ignored.contains(row.text("name").toLowerCase(Locale.ROOT))) {
                leftOut.add(row.text("id"));
            } else {
                tables.add(table(row, columns.getOrDefault(row.text("id"), List.of()), sequences.counting()));
            }
        }
        free.addAll(sequences.free(leftOut));
        return tables;
    }

    private Table table(CatalogRow row, List<Column> columns, Set<ObjectName> counting) {
        String id = row.text("id");
        Set<Dependency> uses = dependencies.ofRelation(id).stream()
                .filter(d -> !counting.contains(d.object()))
                .collect(Collectors.toSet());
        row.optional("whole")
                .ifPresent(whole -> uses.add(
                        new Dependency(new ObjectName(row.optional("whole_schema"), whole), Optional.empty())));
        return new Table(
                ObjectName.of(row.text("name")),
                columns,
                constraints.getOrDefault(id, List.of()),
                indexes.getOrDefault(id, List.of()),
                options(row),
                row.optional("comment"),
                uses);
    }

    private static String options(CatalogRow row) {
        List<String> options = new ArrayList<>();
        if (row.is("unlogged")) {
            options.add("UNLOGGED");
        }
        row.optional("partition").ifPresent(p -> options.add("PARTITION OF " + p));
        row.optional("partitioned").ifPresent(p -> options.add("PARTITION BY " + p));
        row.optional("storage").ifPresent(p -> options.add("WITH (" + p + ")"));
        return String.join("\n", options);
    }

    private void readConstraints() throws SQLException {
        for (CatalogRow row : catalog.query(CONSTRAINTS)) {
            Optional<String> name = Optional.of(row.text("name"));
            constraints
                    .computeIfAbsent(row.text("table"), t -> new ArrayList<>())
                    .add(new Constraint(
                            kind(row.text("kind")),
                            name,
                            name,
                            row.list("columns"),
                            row.optional("target").map(t -> new ObjectName(row.optional("target_schema"), t)),
                            row.code("definition")));
        }
    }

    private static Constraint.Kind kind(String letter) {
        return switch (letter) {
            case "p" -> Constraint.Kind.PRIMARY_KEY;
            case "u" -> Constraint.Kind.UNIQUE;
            case "c" -> Constraint.Kind.CHECK;
            case "x" -> Constraint.Kind.EXCLUSION;
            default -> Constraint.Kind.FOREIGN_KEY;
        };
    }

    private void readIndexes() throws SQLException {
        for (CatalogRow row : catalog.query(INDEXES)) {
            String definition = INDEX.matcher(row.code("definition")).replaceFirst("$1 ON $2 ");
            indexes.computeIfAbsent(row.text("table"), t -> new ArrayList<>())
                    .add(new Index(
                            row.text("name"),
                            row.is("unique"),
                            row.list("columns"),
                            definition,
                            row.optional("comment")));
        }
    }

    /** By the number of the table or materialized view; filled by {@link #read}. */
    Map<String, List<Index>> indexes() {
        return indexes;
    }

    /** Those that no column counts with; filled by {@link #read}. */
    List<Sequence> freeSequences() {
        return free;
    }
}
