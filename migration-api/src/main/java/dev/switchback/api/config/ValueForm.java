package dev.switchback.api.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The forms that values have: how a text is read, and how a value is shown. Values are repeated in errors only where no
 * secret can be.
 *
 * <p>One switch to read and one to show, where a function for each would be the usual way: every function is a class that
 * the JVM makes anew in every process, and these thirty are needed at every start.
 */
enum ValueForm {
    DATABASE_URL,
    SECRET,
    VISIBLE,
    IDENTIFIER,
    ENGINE,
    DIRECTORIES,
    PATHS,
    NAMES,
    SCHEMA_SOURCE,
    DURATION,
    COUNT,
    PORT,
    POOL_SIZE,
    BOOLEAN,
    /** The constants of an enumeration. */
    WORD,
    /** The same, with two words more that everybody tries first. */
    STARTUP_MODE,
    /** The constants as Spring and others write them, in upper case; hyphens and lower case are taken too. */
    STATUS;

    /** PostgreSQL's limit is 63, MySQL's 64, H2's 256; the database tells the rest. */
    private static final int MAX_IDENTIFIER = 256;

    private static final int LAST_PORT = 65_535;

    /** PostgreSQL and others count milliseconds in an int, which ends in the 25th day. */
    private static final Duration LONGEST = Duration.ofDays(24);

    private static final Pattern ENGINE_ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern LOCATION_PREFIX = Pattern.compile("[A-Za-z]{2,}:.*");
    private static final Pattern SHORT_DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");

    /**
     * Reads a text.
     *
     * @param words the constants that it can be, for the forms that are words
     */
    Object read(String text, Path baseDir, List<? extends Enum<?>> words) {
        return switch (this) {
            case DATABASE_URL -> DatabaseUrl.read(text).resolve(baseDir);
            case SECRET -> Secret.of(text);
            case VISIBLE -> visible(text);
            case IDENTIFIER -> identifier(text);
            case ENGINE -> engine(text);
            case DIRECTORIES -> directories(text);
            case PATHS -> paths(text, baseDir);
            case NAMES -> names(text);
            case SCHEMA_SOURCE -> schemaSource(text);
            case DURATION -> duration(text);
            case COUNT -> count(text);
            case PORT -> port(text);
            case POOL_SIZE -> poolSize(text);
            case BOOLEAN -> bool(text);
            case WORD -> constant(text, words);
            case STARTUP_MODE -> startupMode(text, words);
            case STATUS -> constant(text.replace('-', '_'), words);
        };
    }

    /** A value that this form has read, as one would write it; never a secret. */
    String shown(Object value) {
        return switch (this) {
            case DATABASE_URL -> ((DatabaseUrl) value).displayName();
            case DIRECTORIES, NAMES, PATHS ->
                ((List<?>) value).stream().map(String::valueOf).collect(Collectors.joining(","));
            case DURATION -> shown((Duration) value);
            case WORD, STARTUP_MODE, STATUS -> word((Enum<?>) value);
            default -> value.toString();
        };
    }

    /** All of them, as the hint of a setting and an error list them. */
    String listed(List<? extends Enum<?>> words, String separator) {
        StringBuilder list = new StringBuilder();
        for (Enum<?> constant : words) {
            list.append(list.isEmpty() ? "" : separator).append(word(constant));
        }
        return list.toString();
    }

    /** A constant as it is written. */
    private String word(Enum<?> constant) {
        return this == STATUS ? constant.name() : Texts.lower(constant.name()).replace('_', '-');
    }

    private Enum<?> constant(String text, List<? extends Enum<?>> words) {
        String lower = Texts.lower(text);
        for (Enum<?> constant : words) {
            if (Texts.lower(word(constant)).equals(lower)) {
                return constant;
            }
        }
        String all = listed(words, ", ");
        throw new MalformedValueException(Texts.quoted(text) + " is not one of " + all, "write one of " + all);
    }

    private Enum<?> startupMode(String text, List<? extends Enum<?>> words) {
        return switch (Texts.lower(text)) {
            case "true", "1", "yes" -> StartupMode.UPGRADE;
            case "false", "0", "no" -> StartupMode.OFF;
            default -> constant(text, words);
        };
    }

    private static String visible(String text) {
        if (text.isEmpty()) {
            throw new MalformedValueException("the value is empty", "write a value, or remove the setting");
        }
        return Texts.requireVisible(text, "the value");
    }

    private static String identifier(String text) {
        if (text.length() > MAX_IDENTIFIER) {
            throw new MalformedValueException(
                    "the name is longer than " + MAX_IDENTIFIER + " characters", "write a shorter name");
        }
        if (text.indexOf('"') >= 0 || text.indexOf('`') >= 0) {
            throw new MalformedValueException(
                    Texts.quoted(text) + " has a quotation mark in it, which the engines do not pass on",
                    "write the name itself, without quotes around it");
        }
        return visible(text);
    }

    private static String engine(String text) {
        String id = Texts.lower(text);
        if (!ENGINE_ID.matcher(id).matches()) {
            throw new MalformedValueException(
                    Texts.quoted(text) + " cannot be the name of an engine", "write auto, flyway or liquibase");
        }
        return id;
    }

    private static List<String> directories(String text) {
        List<String> dirs = new ArrayList<>();
        for (String item : text.split(",", -1)) {
            String dir = item.strip();
            if (dir.isEmpty()) {
                throw new MalformedValueException(
                        "the list of folders has an empty entry", "write migrations,other/migrations");
            }
            boolean resources = dir.startsWith("classpath:");
            if (LOCATION_PREFIX.matcher(dir).matches() && !resources) {
                throw new MalformedValueException(
                        Texts.quoted(dir) + " has a prefix other than classpath:",
                        "write the path of a folder, or classpath:db/migration");
            }
            dirs.add(resources ? visible(dir) : folder(dir));
        }
        return List.copyOf(dirs);
    }

    /** As it was written, if there can be a folder of that name. */
    private static String folder(String text) {
        Texts.path(text);
        return text;
    }

    private static List<Path> paths(String text, Path baseDir) {
        return items(text).map(item -> baseDir.resolve(Texts.path(item))).toList();
    }

    private static List<String> names(String text) {
        return items(text).map(ValueForm::visible).toList();
    }

    private static Stream<String> items(String text) {
        return Stream.of(text.split(",")).map(String::strip).filter(item -> !item.isEmpty());
    }

    private static SchemaSource schemaSource(String text) {
        SchemaSource source = SchemaSourceParser.read(text);
        if (source instanceof SchemaSource.Model
                || source instanceof SchemaSource.Migrations
                || source instanceof SchemaSource.Live) {
            throw new MalformedValueException(
                    "the model cannot be '" + source + "'",
                    "name a file or folder of DDL, a database URL, or entities");
        }
        return source;
    }

    private static Duration duration(String text) {
        Duration duration = anyDuration(text);
        if (duration.compareTo(LONGEST) > 0) {
            throw new MalformedValueException(
                    Texts.quoted(text) + " is longer than " + LONGEST.toDays() + " days",
                    "write " + LONGEST.toHours() + "h or less");
        }
        return duration;
    }

    private static Duration anyDuration(String text) {
        String lower = Texts.lower(text);
        Matcher matcher = SHORT_DURATION.matcher(lower);
        if (matcher.matches()) {
            return amount(Long.parseLong(matcher.group(1)), matcher.group(2));
        }
        try {
            Duration duration = Duration.parse(text);
            if (lower.startsWith("p") && !duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        throw new MalformedValueException(
                Texts.quoted(text) + " is not a duration", "write 500ms, 5s, 2m, 1h or PT5M (not negative)");
    }

    private static Integer count(String text) {
        if (!text.matches("[0-9]{1,4}")) {
            throw new MalformedValueException(
                    Texts.quoted(text) + " is not a number from 0 to 9999", "write for example 5, or 0 for never");
        }
        return Integer.valueOf(text);
    }

    private static Integer poolSize(String text) {
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) == 0) {
            throw new MalformedValueException(Texts.quoted(text) + " is not a number from 1 to 9999", "write 10");
        }
        return Integer.valueOf(text);
    }

    private static Integer port(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > LAST_PORT) {
            throw new MalformedValueException(
                    Texts.quoted(text) + " is not a port", "write a number from 1 to 65535, or 0 for any that is free");
        }
        return Integer.valueOf(text);
    }

    private static Duration amount(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    private static String shown(Duration duration) {
        if (duration.toNanosPart() % 1_000_000 != 0) {
            return duration.toString();
        }
        return duration.toNanosPart() == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }

    private static boolean bool(String text) {
        return switch (Texts.lower(text)) {
            case "true", "1", "yes" -> true;
            case "false", "0", "no" -> false;
            default ->
                throw new MalformedValueException(
                        Texts.quoted(text) + " is neither true nor false", "write true or false (or 1/0, yes/no)");
        };
    }
}
