package dev.switchback.core.jdbc.inspect;

import dev.switchback.core.domain.ddl.SequenceOptions;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Sequence;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sequences of a schema of PostgreSQL: those with which a column counts, and the others. */
final class PostgresqlSequences {

    private static final String QUERY = """
            SELECT c.relname AS name, c.oid::pg_catalog.regclass AS written,
                   pg_catalog.obj_description(c.oid, 'pg_class') AS comment,
                   pg_catalog.format_type(s.seqtypid, NULL) AS type, s.seqstart AS start, s.seqincrement AS increment,
                   s.seqmin AS least, s.seqmax AS greatest, s.seqcache AS cache, s.seqcycle AS cycle,
                   d.deptype AS bond, d.refobjid AS table, a.attnum AS number,
                   d.refobjid::pg_catalog.regclass || '.' || pg_catalog.quote_ident(a.attname) AS owner
              FROM pg_catalog.pg_class c
              JOIN pg_catalog.pg_sequence s ON s.seqrelid = c.oid
              LEFT JOIN pg_catalog.pg_depend d
                ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid
               AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.deptype IN ('a', 'i')
              LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
             WHERE c.relnamespace = :schema AND c.relkind = 'S' AND c.relpersistence <> 't' AND :free(pg_class, c.oid)
             ORDER BY c.relname
            """;

    /** A sequence that belongs to a column. */
    record Owned(String name, String written, SequenceOptions options) {}

    private final Map<String, Owned> identities = new HashMap<>();
    private final Map<String, Owned> byDefault = new HashMap<>();
    private final Map<String, CatalogRow> others = new HashMap<>();
    private final Set<ObjectName> counting = new HashSet<>();

    private PostgresqlSequences() {}

    static PostgresqlSequences read(PostgresqlCatalog catalog) throws SQLException {
        PostgresqlSequences all = new PostgresqlSequences();
        for (CatalogRow row : catalog.query(QUERY)) {
            String column = row.optional("table").orElse("") + "."
                    + row.optional("number").orElse("");
            Owned owned = new Owned(row.text("name"), row.text("written"), options(row));
            if (row.optional("bond").filter("i"::equals).isPresent()) {
                all.identities.put(column, owned);
                all.counting.add(ObjectName.of(owned.name()));
            } else {
                all.others.put(owned.name(), row);
                row.optional("bond").ifPresent(a -> all.byDefault.put(column + " " + owned.written(), owned));
            }
        }
        return all;
    }

    private static SequenceOptions options(CatalogRow row) {
        return new SequenceOptions(
                row.text("type"),
                new BigInteger(row.text("start")),
                new BigInteger(row.text("increment")),
                new BigInteger(row.text("least")),
                new BigInteger(row.text("greatest")),
                new BigInteger(row.text("cache")),
                row.is("cycle"));
    }

    /** The sequence of an identity column. */
    Optional<Owned> ofIdentity(String table, String number) {
        return Optional.ofNullable(identities.get(table + "." + number));
    }

    /** The sequence that a column owns and takes its default from: it is a part of the column then. */
    Optional<Owned> ofSerial(String table, String number, String defaultExpression) {
        String begin = "nextval('";
        String end = "'::regclass)";
        if (!defaultExpression.startsWith(begin) || !defaultExpression.endsWith(end)) {
            return Optional.empty();
        }
        String written = defaultExpression
                .substring(begin.length(), defaultExpression.length() - end.length())
                .replace("''", "'");
        Optional<Owned> owned = Optional.ofNullable(byDefault.get(table + "." + number + " " + written));
        owned.ifPresent(o -> {
            others.remove(o.name());
            counting.add(ObjectName.of(o.name()));
        });
        return owned;
    }

    /** The names of those that are a part of a column. */
    Set<ObjectName> counting() {
        return counting;
    }

    /** Those that are not a part of a column, without those that a table owns that is left out. */
    List<Sequence> free(Set<String> tablesLeftOut) {
        List<Sequence> free = new ArrayList<>();
        for (CatalogRow row : others.values()) {
            if (row.optional("table").filter(tablesLeftOut::contains).isEmpty()) {
                String owner = row.optional("owner").map(o -> " OWNED BY " + o).orElse("");
                free.add(new Sequence(ObjectName.of(row.text("name")), options(row) + owner, row.optional("comment")));
            }
        }
        return free;
    }
}
