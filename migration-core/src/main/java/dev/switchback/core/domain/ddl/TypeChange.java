package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.DdlStatement.Risk;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a change of a column's type can do to the values that are there. Only what is known to keep each value, or to refuse
 * it, is not a loss: databases round, cut and convert without a word.
 */
enum TypeChange {
    /** H2, whose timestamps have microseconds if nothing is said. */
    H2(6),
    /** MariaDB and MySQL, whose times are in seconds if nothing is said. */
    MARIADB(0);

    private static final Pattern ARRAY = Pattern.compile("(.*) ARRAY(?:\\[(\\d+)\\])?");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** Whose texts say all of a value. */
    private static final Set<String> WRITTEN_IN_FULL = Set.of(
            "decimal",
            "double",
            "real",
            "boolean",
            "date",
            "time",
            "datetime",
            "time with time zone",
            "timestamp with time zone",
            "uuid",
            "inet4",
            "inet6",
            "year");

    private static final int BITS_OF_DOUBLE = 32;
    private static final int BITS_OF_REAL = 24;

    private final int fractionOfTimestamp;

    TypeChange(int fractionOfTimestamp) {
        this.fractionOfTimestamp = fractionOfTimestamp;
    }

    Risk risk(String before, String after) {
        if (before.equals(after)) {
            return Risk.NONE;
        }
        Matcher array = ARRAY.matcher(before);
        Matcher arrayAfter = ARRAY.matcher(after);
        if (array.matches() && arrayAfter.matches()) {
            return greater(risk(array.group(1), arrayAfter.group(1)), refusesUnless(items(array) <= items(arrayAfter)));
        }
        if (isList(before, "enum") || isList(before, "set")) {
            return ofList(before, after);
        }
        if (before.startsWith("INTERVAL ")) {
            return isWiderInterval(before, after) ? Risk.NONE : Risk.LOSES_DATA;
        }
        Optional<SqlType> old = SqlType.of(before);
        Optional<SqlType> now = SqlType.of(after);
        return old.isPresent() && now.isPresent() ? between(old.get(), now.get()) : Risk.LOSES_DATA;
    }

    /** Says of a column what a new type does to it. */
    static String note(String column, Risk risk) {
        return "what is in " + column + (risk == Risk.LOSES_DATA ? " is rounded, cut or converted" : " must fit");
    }

    /** The one that matters more. */
    static Risk greater(Risk one, Risk other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Risk refusesUnless(boolean fits) {
        return fits ? Risk.NONE : Risk.REJECTS_ROWS;
    }

    private static long items(Matcher array) {
        return array.group(2) == null ? Long.MAX_VALUE : Long.parseLong(array.group(2));
    }

    private Risk between(SqlType old, SqlType now) {
        if (old.isInteger()) {
            return ofInteger(old, now);
        }
        if (old.isText()) {
            return ofText(old, now);
        }
        if (old.isBinary()) {
            return ofBinary(old, now);
        }
        if (old.isTime() || old.name().equals("date")) {
            return ofTime(old, now);
        }
        if (now.isText()) {
            return WRITTEN_IN_FULL.contains(old.name()) ? Risk.REJECTS_ROWS : Risk.LOSES_DATA;
        }
        return switch (old.name()) {
            case "decimal" -> ofDecimal(old, now);
            case "float", "real", "double" -> ofFloating(old, now);
            case "boolean" -> now.isInteger() ? Risk.NONE : Risk.LOSES_DATA;
            case "bit" -> now.name().equals("bit") ? refusesUnless(now.capacity() >= old.capacity()) : Risk.LOSES_DATA;
            default -> Risk.LOSES_DATA;
        };
    }

    private static Risk ofInteger(SqlType old, SqlType now) {
        boolean signFits = !now.unsigned() || old.unsigned();
        if (now.isInteger()) {
            boolean wider = now.bits() > old.bits() || (now.bits() == old.bits() && now.unsigned() == old.unsigned());
            return refusesUnless(wider && signFits);
        }
        if (now.name().equals("decimal")) {
            return refusesUnless(signFits && now.wholeDigits() >= old.wholeDigits());
        }
        if (now.isText()) {
            return Risk.REJECTS_ROWS;
        }
        int exact = now.name().equals("double") ? BITS_OF_DOUBLE : BITS_OF_REAL;
        boolean floating = Set.of("double", "float", "real").contains(now.name());
        return floating && signFits && now.scale().isEmpty() && old.bits() <= exact ? Risk.NONE : Risk.LOSES_DATA;
    }

    private static Risk ofDecimal(SqlType old, SqlType now) {
        int scale = old.scale().orElse(0);
        boolean signFits = !now.unsigned() || old.unsigned();
        if (now.isInteger() && scale == 0) {
            return Risk.REJECTS_ROWS;
        }
        if (!now.name().equals("decimal") || scale > now.scale().orElse(0)) {
            return Risk.LOSES_DATA;
        }
        return refusesUnless(signFits && now.wholeDigits() >= old.wholeDigits());
    }

    private static Risk ofFloating(SqlType old, SqlType now) {
        List<String> widths = List.of("float", "real", "double");
        boolean wider = widths.indexOf(now.name()) >= widths.indexOf(old.name());
        boolean signFits = !now.unsigned() || old.unsigned();
        return wider && signFits && now.scale().isEmpty() ? Risk.NONE : Risk.LOSES_DATA;
    }

    private Risk ofText(SqlType old, SqlType now) {
        if (this == MARIADB && now.name().equals("json")) {
            // a check of its own says what is JSON, and the text stays
            return Risk.REJECTS_ROWS;
        }
        if (!now.isText() || now.name().equals("json") || (now.isPadded() && !old.isPadded())) {
            return Risk.LOSES_DATA;
        }
        boolean limitIsInCharacters = now.length().isPresent() || this == H2;
        return refusesUnless(limitIsInCharacters ? now.capacity() >= old.capacity() : now.bytes() >= old.bytes());
    }

    private Risk ofBinary(SqlType old, SqlType now) {
        return now.isBinary() && !now.isPadded() ? refusesUnless(bytes(now) >= bytes(old)) : Risk.LOSES_DATA;
    }

    /** What one database calls so is of any length in the other. */
    private long bytes(SqlType binary) {
        boolean isShort = this == MARIADB && binary.name().equals("blob");
        return isShort ? new SqlType("text", Optional.empty(), Optional.empty(), false).capacity() : binary.capacity();
    }

    private Risk ofTime(SqlType old, SqlType now) {
        boolean instant = this == MARIADB && old.name().equals("timestamp");
        if (now.isText()) {
            return instant ? Risk.LOSES_DATA : Risk.REJECTS_ROWS;
        }
        boolean fractionStays = fraction(now) >= fraction(old);
        if (old.name().equals(now.name())) {
            return fractionStays ? Risk.NONE : Risk.LOSES_DATA;
        }
        boolean becomesTimestamp = now.name().equals("datetime") || now.name().equals("timestamp");
        if (old.name().equals("date") && becomesTimestamp) {
            return refusesUnless(this == H2 || now.name().equals("datetime"));
        }
        boolean toInstant = old.name().equals("datetime") && now.name().equals("timestamp");
        return toInstant && fractionStays ? Risk.REJECTS_ROWS : Risk.LOSES_DATA;
    }

    private int fraction(SqlType time) {
        return time.length().orElse(time.name().startsWith("timestamp") ? fractionOfTimestamp : 0);
    }

    private static boolean isList(String type, String kind) {
        return type.toLowerCase(Locale.ROOT).startsWith(kind + "(");
    }

    /** By their names, which MariaDB compares without case, and takes for numbers where none is like it. */
    private static Risk ofList(String before, String after) {
        if (SqlType.of(after).filter(SqlType::isText).isPresent()) {
            return Risk.REJECTS_ROWS;
        }
        if (isList(before, "set")) {
            return isList(after, "set") && isLonger(before, after) ? Risk.NONE : Risk.LOSES_DATA;
        }
        if (!isList(after, "enum")) {
            return Risk.LOSES_DATA;
        }
        if (isLonger(before, after)) {
            return Risk.NONE;
        }
        Set<String> kept = labels(after);
        Set<String> keptInAnyCase =
                kept.stream().map(l -> l.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        boolean becomesAnother = labels(before).stream()
                .filter(label -> !kept.contains(label))
                .anyMatch(label ->
                        keptInAnyCase.contains(label.toLowerCase(Locale.ROOT)) || label.matches("'\\s*\\d+\\s*'"));
        return becomesAnother ? Risk.LOSES_DATA : Risk.REJECTS_ROWS;
    }

    private static boolean isLonger(String before, String after) {
        return after.startsWith(before.substring(0, before.length() - 1) + ",");
    }

    private static Set<String> labels(String list) {
        return Lexemes.ofStandard(list).stream()
                .filter(lexeme -> lexeme.startsWith("'"))
                .collect(Collectors.toSet());
    }

    private static boolean isWiderInterval(String before, String after) {
        Matcher old = NUMBER.matcher(before);
        Matcher now = NUMBER.matcher(after);
        boolean wider = NUMBER.matcher(before)
                .replaceAll("#")
                .equals(NUMBER.matcher(after).replaceAll("#"));
        while (wider && old.find() && now.find()) {
            wider = Integer.parseInt(old.group()) <= Integer.parseInt(now.group());
        }
        return wider;
    }
}
