package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.Column;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types of PostgreSQL: how people write them, and what becomes of values when a column gets another one. */
final class PostgresqlTypeNames {

    private static final Pattern LITERAL = Pattern.compile("('(?:[^']|'')*')::(.+)", Pattern.DOTALL);
    static final Pattern LENGTHS = Pattern.compile("\\(([0-9]+)(?:,(-?[0-9]+))?\\)");

    private static final Set<String> WHOLE = Set.of("smallint", "integer", "bigint");
    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
    private static final Set<String> TEXTS = Set.of("character varying", "character", "text");
    private static final Set<String> TIMES =
            Set.of("date", "timestamp without time zone", "timestamp with time zone", "time without time zone");

    private static final Map<String, Set<String>> OTHER_CASTS = Map.of(
            "integer", Set.of("boolean", "money", "oid"),
            "bigint", Set.of("money", "oid"),
            "numeric", Set.of("money"),
            "money", Set.of("numeric"),
            "boolean", Set.of("integer"),
            "date", Set.of("timestamp without time zone", "timestamp with time zone"),
            "time without time zone", Set.of("interval", "time with time zone"),
            "interval", Set.of("time without time zone"),
            "json", Set.of("jsonb"),
            "jsonb", Set.of("json", "boolean", "smallint", "integer", "bigint", "numeric", "real", "double precision"));

    private PostgresqlTypeNames() {}

    /** As people write it. */
    static String brief(String type) {
        return type.replace("character varying", "varchar")
                .replaceFirst("^character(?=\\(|$|\\[)", "char")
                .replaceFirst("^(timestamp(?:\\(\\d\\))?) without time zone", "$1")
                .replaceFirst("^timestamp(\\(\\d\\))? with time zone", "timestamptz$1")
                .replaceFirst("^(time(?:\\(\\d\\))?) without time zone", "$1");
    }

    /** A default as people write it: a text without the type that it has from its column anyway. */
    static Optional<String> fallback(Column column) {
        return column.defaultExpression().map(text -> {
            Matcher literal = LITERAL.matcher(text);
            return literal.matches() && isBaseOf(literal.group(2), column.type()) ? literal.group(1) : text;
        });
    }

    private static boolean isBaseOf(String written, String type) {
        return written.equals(base(type))
                || (written.equals("bpchar") && base(type).equals("character"));
    }

    /** The type of what is in an array. */
    static String element(String array) {
        return array.substring(0, array.length() - 2);
    }

    /** The type without its length. */
    static String base(String type) {
        return LENGTHS.matcher(type).replaceFirst("");
    }

    /**
     * How the values become those of another type, if the database does not know by itself.
     *
     * @param column the column as it stands in SQL
     * @param user whether one of the types is somebody's own
     * @return the expression
     */
    static Optional<String> conversion(String column, String before, String after, boolean user) {
        String from = base(before);
        String to = base(after);
        boolean known = !user
                && (from.equals(to)
                        || TEXTS.contains(to)
                        || (NUMBERS.contains(from) && NUMBERS.contains(to))
                        || (TIMES.contains(from)
                                && TIMES.contains(to)
                                && !from.startsWith("time ")
                                && !(from.equals("date") && to.startsWith("time "))));
        // an explicit cast to varchar(5) would cut values off and say nothing
        if (known || TEXTS.contains(to)) {
            return Optional.empty();
        }
        boolean arrays = before.endsWith("[]") && after.endsWith("[]");
        if (arrays && TEXTS.contains(element(to))) {
            // nor may a cast to varchar(5)[]; the assignment fails on what is too long
            return TEXTS.contains(element(from)) ? Optional.empty() : Optional.of(column + "::text[]");
        }
        boolean direct = TEXTS.contains(from) || (!user && (from.equals(to) || hasCast(from, to)));
        return Optional.of(column + (direct ? "" : arrays ? "::text[]" : "::text") + "::" + brief(after));
    }

    /** Whether PostgreSQL knows a way of its own; of all others the words are read again. */
    private static boolean hasCast(String from, String to) {
        return (NUMBERS.contains(from) && NUMBERS.contains(to))
                || (TIMES.contains(from) && TIMES.contains(to) && !from.startsWith("time ") && !from.equals("date"))
                || OTHER_CASTS.getOrDefault(from, Set.of()).contains(to);
    }

    /** Whether a foreign key may lead from one to the other. */
    static boolean areComparable(String one, String other) {
        String first = base(one);
        String second = base(other);
        return first.equals(second)
                || (WHOLE.contains(first) && WHOLE.contains(second))
                || (TEXTS.contains(first) && TEXTS.contains(second));
    }

    /** Whether a time of no zone becomes one of a zone: as long as nothing is rounded, nothing is lost. */
    static boolean getsTimeZone(String before, String after) {
        return base(before).endsWith(" without time zone")
                && base(after).equals(base(before).replace(" without ", " with "));
    }
}
