package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.DdlStatement.Risk;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * What another type does to the values that are there. Only of what is named here it is known that values stay what they
 * are, or are refused; of everything else some may become others, and two may become one.
 *
 * @param from the type that was, without lengths
 * @param to the type that is to be
 * @param before the lengths of the first
 * @param after the lengths of the second
 * @see <a href="https://www.postgresql.org/docs/current/datatype.html">PostgreSQL: data types</a>
 */
record PostgresqlTypeRisk(String from, String to, List<Integer> before, List<Integer> after) {

    private static final List<String> WHOLE = List.of("smallint", "integer", "bigint");
    private static final Set<String> TEXTS = Set.of("character varying", "character", "text");
    private static final Set<String> TIMES = Set.of(
            "timestamp without time zone",
            "timestamp with time zone",
            "time without time zone",
            "time with time zone",
            "interval");

    /** Digits of a second that a time has without a length. */
    private static final int MICROSECONDS = 6;

    /** Each value of the first is one of the others, and stays it. */
    private static final Map<String, Set<String>> KEPT = Map.of(
            "smallint", Set.of("real", "double precision"),
            "integer", Set.of("double precision"),
            "real", Set.of("double precision"),
            "date", Set.of("timestamp without time zone", "timestamp with time zone"),
            "time without time zone", Set.of("interval"));

    /** Each value of the first becomes one of its own, if the other type has one for it. */
    private static final Map<String, Set<String>> REFUSED = Map.of(
            "smallint", Set.of("money"),
            "integer", Set.of("money"),
            "bigint", Set.of("money", "oid"),
            "boolean", Set.of("integer"),
            "money", Set.of("numeric"),
            "json", Set.of("jsonb"),
            "jsonb", Set.of("json", "boolean", "numeric"),
            "inet", Set.of("cidr"),
            "cidr", Set.of("inet"));

    /** What reads all that a text says, or refuses it. All others cut, round or forget what they have no place for. */
    private static final Set<String> READ_IN_FULL = Set.of(
            "smallint",
            "integer",
            "bigint",
            "oid",
            "numeric",
            "boolean",
            "uuid",
            "json",
            "jsonb",
            "xml",
            "inet",
            "cidr",
            "macaddr",
            "macaddr8");

    static Risk of(String before, String after) {
        if (before.equals(after)) {
            return Risk.NONE;
        }
        if (before.endsWith("[]") && after.endsWith("[]")) {
            return of(PostgresqlTypeNames.element(before), PostgresqlTypeNames.element(after));
        }
        if (before.endsWith("[]")) {
            return TEXTS.contains(PostgresqlTypeNames.base(after)) ? written(lengths(after)) : Risk.LOSES_DATA;
        }
        if (after.endsWith("[]")) {
            return TEXTS.contains(PostgresqlTypeNames.base(before))
                    ? TypeChange.greater(Risk.REJECTS_ROWS, of(before, PostgresqlTypeNames.element(after)))
                    : Risk.LOSES_DATA;
        }
        return new PostgresqlTypeRisk(
                        PostgresqlTypeNames.base(before),
                        PostgresqlTypeNames.base(after),
                        lengths(before),
                        lengths(after))
                .risk();
    }

    /** What is written out in a text is all there, or too long for it. */
    private static Risk written(List<Integer> limit) {
        return limit.isEmpty() ? Risk.NONE : Risk.REJECTS_ROWS;
    }

    private Risk risk() {
        boolean getsTimeZone = PostgresqlTypeNames.getsTimeZone(from, to);
        if (from.equals(to) || getsTimeZone) {
            return sameBase();
        }
        if (WHOLE.contains(from)) {
            return whole();
        }
        if (from.equals("numeric") && WHOLE.contains(to)) {
            return before.isEmpty() || scale(before) > 0 ? Risk.LOSES_DATA : Risk.REJECTS_ROWS;
        }
        if (TEXTS.contains(from)) {
            return ofText();
        }
        return TEXTS.contains(to) ? written(after) : other();
    }

    /** One that gets a length is filled up with blanks, or cut if blanks are what is too much. */
    private Risk ofText() {
        if (TEXTS.contains(to)) {
            boolean padded = to.equals("character");
            return padded ? Risk.LOSES_DATA : written(after);
        }
        return READ_IN_FULL.contains(to) && after.isEmpty() ? Risk.REJECTS_ROWS : Risk.LOSES_DATA;
    }

    private Risk whole() {
        if (WHOLE.contains(to)) {
            return WHOLE.indexOf(to) > WHOLE.indexOf(from) ? Risk.NONE : Risk.REJECTS_ROWS;
        }
        if (to.equals("numeric")) {
            return after.isEmpty() ? Risk.NONE : scale(after) < 0 ? Risk.LOSES_DATA : Risk.REJECTS_ROWS;
        }
        return TEXTS.contains(to) ? written(after) : other();
    }

    private Risk other() {
        if (KEPT.getOrDefault(from, Set.of()).contains(to)) {
            return after.isEmpty() || from.equals("date") ? Risk.NONE : Risk.LOSES_DATA;
        }
        return REFUSED.getOrDefault(from, Set.of()).contains(to) && after.isEmpty()
                ? Risk.REJECTS_ROWS
                : Risk.LOSES_DATA;
    }

    private Risk sameBase() {
        if (TIMES.contains(from)) {
            return digits(after) < digits(before) ? Risk.LOSES_DATA : Risk.NONE;
        }
        if (before.equals(after) || after.isEmpty()) {
            return Risk.NONE;
        }
        if (from.equals("numeric") && (before.isEmpty() || scale(after) < scale(before))) {
            return Risk.LOSES_DATA;
        }
        boolean narrower = before.isEmpty() || after.get(0) - scale(after) < before.get(0) - scale(before);
        return narrower ? Risk.REJECTS_ROWS : Risk.NONE;
    }

    private static int digits(List<Integer> lengths) {
        return lengths.isEmpty() ? MICROSECONDS : lengths.get(0);
    }

    private static int scale(List<Integer> lengths) {
        return lengths.size() > 1 ? lengths.get(1) : 0;
    }

    private static List<Integer> lengths(String type) {
        Matcher found = PostgresqlTypeNames.LENGTHS.matcher(type);
        if (!found.find()) {
            return List.of();
        }
        Integer first = Integer.valueOf(found.group(1));
        return found.group(2) == null ? List.of(first) : List.of(first, Integer.valueOf(found.group(2)));
    }
}
