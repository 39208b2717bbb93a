package dev.switchback.core.domain.ddl;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type of a column of H2 or MariaDB, taken apart.
 *
 * @param name its name, one for each type that has several
 * @param length the first number in its parentheses
 * @param scale the second one
 * @param unsigned whether it has no sign
 */
record SqlType(String name, Optional<Integer> length, Optional<Integer> scale, boolean unsigned) {

    private static final Pattern WORDS = Pattern.compile(
            "([a-z_0-9 ]+?) *(?:\\((\\d+)(?: *, *(\\d+))?\\))?( with time zone)?( unsigned)?( zerofill)?");

    private static final Map<String, String> SAME = Map.of(
            "integer", "int",
            "character varying", "varchar",
            "varchar_ignorecase", "varchar",
            "character", "char",
            "numeric", "decimal",
            "double precision", "double",
            "binary varying", "varbinary",
            "character large object", "clob",
            "binary large object", "blob");

    /** How many bits the integers have, and how many digits the greatest of each has. */
    private static final Map<String, Integer> BITS =
            Map.of("tinyint", 8, "smallint", 16, "mediumint", 24, "int", 32, "bigint", 64);

    private static final Map<String, Integer> DIGITS =
            Map.of("tinyint", 3, "smallint", 5, "mediumint", 8, "int", 10, "bigint", 20);

    private static final List<String> TEXTS =
            List.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "json", "clob");

    private static final List<String> BINARIES =
            List.of("binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob");

    private static final long FIRST_SIZE = 255;
    private static final long SECOND_SIZE = 65_535;
    private static final long THIRD_SIZE = 16_777_215;
    private static final int BYTES_OF_A_CHARACTER = 4;

    /** Takes a type apart that is written with a name and numbers; no list of values, no array. */
    static Optional<SqlType> of(String text) {
        Matcher matcher = WORDS.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String name = SAME.getOrDefault(matcher.group(1), matcher.group(1));
        String zone = matcher.group(4) == null ? "" : matcher.group(4);
        return Optional.of(new SqlType(name + zone, number(matcher, 2), number(matcher, 3), matcher.group(5) != null));
    }

    private static Optional<Integer> number(Matcher matcher, int group) {
        return Optional.ofNullable(matcher.group(group)).map(Integer::valueOf);
    }

    boolean isInteger() {
        return BITS.containsKey(name);
    }

    boolean isText() {
        return TEXTS.contains(name);
    }

    boolean isBinary() {
        return BINARIES.contains(name);
    }

    /** Whether it is filled up, or shortened, to a length. */
    boolean isPadded() {
        return name.equals("char") || name.equals("binary");
    }

    boolean isTime() {
        return name.startsWith("time") || name.equals("datetime");
    }

    int bits() {
        return BITS.getOrDefault(name, 0);
    }

    /** The digits before the point that a number may have. */
    int wholeDigits() {
        return isInteger() ? DIGITS.getOrDefault(name, 0) : length.orElse(Integer.MAX_VALUE) - scale.orElse(0);
    }

    /** How many characters, or bytes of a binary one, a value may have at most. */
    long capacity() {
        return switch (name) {
            case "char", "binary" -> length.orElse(1);
            case "tinytext", "tinyblob" -> FIRST_SIZE;
            case "text" -> SECOND_SIZE;
            case "mediumtext", "mediumblob" -> THIRD_SIZE;
            default -> length.map(Integer::longValue).orElse(Long.MAX_VALUE);
        };
    }

    /** How many bytes a value may have at most; what is in a row is never longer than a row. */
    long bytes() {
        boolean isInRow = name.equals("char") || name.equals("varchar");
        return isInRow && length.isPresent() ? Math.min(capacity() * BYTES_OF_A_CHARACTER, SECOND_SIZE) : capacity();
    }
}
