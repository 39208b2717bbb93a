package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.ObjectName;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names and texts as PostgreSQL reads them: with quotes only where {@code quote_ident} has them. */
final class PostgresqlNames {

    /** The longest name; what is longer is cut, and then it is not the one we think it is. */
    private static final int LONGEST = 63;

    private static final Pattern SIMPLE = Pattern.compile("[a-z_][a-z0-9_]*");

    /** What {@code pg_get_keywords()} of PostgreSQL 18 calls anything but unreserved. */
    private static final Set<String> KEYWORDS = Set.of("""
            all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both case
            cast char character check coalesce collate collation column concurrently constraint create cross current_catalog
            current_date current_role current_schema current_time current_timestamp current_user dec decimal default
            deferrable desc distinct do else end except exists extract false fetch float for foreign freeze from full grant
            greatest group grouping having ilike in initially inner inout int integer intersect interval into is isnull join
            json json_array json_arrayagg json_exists json_object json_objectagg json_query json_scalar json_serialize
            json_table json_value lateral leading least left like limit localtime localtimestamp merge_action national
            natural nchar none normalize not notnull null nullif numeric offset on only or order out outer overlaps overlay
            placing position precision primary real references returning right row select session_user setof similar smallint
            some substring symmetric system_user table tablesample then time timestamp to trailing treat trim true union
            unique user using values varchar variadic verbose when where window with xmlattributes xmlconcat xmlelement
            xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable
            """.strip().split("\\s+"));

    private PostgresqlNames() {}

    /** A name in quotes if it needs them. */
    static String of(String name) {
        boolean plain = SIMPLE.matcher(name).matches() && !KEYWORDS.contains(name);
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    static String of(ObjectName name) {
        return name.schema().map(s -> of(s) + ".").orElse("") + of(name.name());
    }

    /** Names in parentheses. */
    static String list(Collection<String> names) {
        return names.stream().map(PostgresqlNames::of).collect(Collectors.joining(", ", "(", ")"));
    }

    static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Whether the database would choose this name itself, from these parts. */
    static boolean isUsual(String name, List<String> parts) {
        String usual = String.join("_", parts);
        return usual.length() <= LONGEST && name.equals(usual);
    }

    /** Whether an expression has a name in it, as a word. */
    static boolean mentions(String expression, String name) {
        return Pattern.compile("(?<![\\w$\"])" + Pattern.quote(of(name)) + "(?![\\w$\"])")
                .matcher(expression)
                .find();
    }
}
