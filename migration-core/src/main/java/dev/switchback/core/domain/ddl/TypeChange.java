package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.DdlStatement.Risk;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a change of a column's type can do to the values that are there. Whatever is not known to keep them may reject them. */
final class TypeChange {

    private static final Pattern TYPE = Pattern.compile("([a-z_ ]+?) *(?:\\((\\d+)(?: *, *(\\d+))?\\))?( unsigned)?");

    private static final List<String> INTEGERS = List.of("tinyint", "smallint", "mediumint", "int", "bigint");

    private static final List<String> TEXTS = List.of("tinytext", "text", "mediumtext", "longtext");

    private static final Map<String, String> SAME = Map.of(
            "integer", "int",
            "character varying", "varchar",
            "numeric", "decimal",
            "character", "char");

    private TypeChange() {}

    static Risk risk(String before, String after) {
        Matcher old = TYPE.matcher(before.toLowerCase(Locale.ROOT));
        Matcher now = TYPE.matcher(after.toLowerCase(Locale.ROOT));
        if (before.equals(after) || isLongerEnum(before, after)) {
            return Risk.NONE;
        }
        if (!old.matches() || !now.matches()) {
            return Risk.REJECTS_ROWS;
        }
        String from = SAME.getOrDefault(old.group(1), old.group(1));
        String to = SAME.getOrDefault(now.group(1), now.group(1));
        if (isBetweenKinds(from, to, old, now)) {
            return Risk.NONE;
        }
        if (!from.equals(to)) {
            return (isExact(from) && !isExact(to) && !isText(to)) || dropsTime(from, to)
                    ? Risk.LOSES_DATA
                    : Risk.REJECTS_ROWS;
        }
        if (number(old, 3) > number(now, 3) || (isTime(from) && number(old, 2) > number(now, 2))) {
            return Risk.LOSES_DATA;
        }
        boolean wholePartFits = number(now, 2) - number(now, 3) >= number(old, 2) - number(old, 3);
        boolean signed = (old.group(4) == null) == (now.group(4) == null);
        return signed && wholePartFits ? Risk.NONE : Risk.REJECTS_ROWS;
    }

    private static boolean isLongerEnum(String before, String after) {
        return before.toLowerCase(Locale.ROOT).startsWith("enum(")
                && after.startsWith(before.substring(0, before.length() - 1) + ",");
    }

    private static boolean isBetweenKinds(String from, String to, Matcher old, Matcher now) {
        boolean signed = (old.group(4) == null) == (now.group(4) == null);
        return (signed && INTEGERS.contains(from) && INTEGERS.indexOf(from) < INTEGERS.indexOf(to))
                || (TEXTS.contains(from) && TEXTS.indexOf(from) < TEXTS.indexOf(to))
                || (from.equals("varchar")
                        && (to.equals("text") || to.endsWith("longtext") || to.endsWith("large object")))
                || (from.equals("date") && (to.equals("datetime") || to.equals("timestamp")));
    }

    private static boolean isExact(String type) {
        return INTEGERS.contains(type) || type.equals("decimal");
    }

    private static boolean isText(String type) {
        return type.contains("char") || type.contains("text") || type.contains("object");
    }

    private static boolean isTime(String type) {
        return type.startsWith("time") || type.startsWith("datetime");
    }

    private static boolean dropsTime(String from, String to) {
        return isTime(from) && (to.equals("date") || to.equals("time"));
    }

    /** A type without a number: as long as it can be; a time without one is in seconds. */
    private static int number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        if (digits != null) {
            return Integer.parseInt(digits);
        }
        return group == 2 && !isTime(matcher.group(1)) ? Integer.MAX_VALUE : 0;
    }
}
