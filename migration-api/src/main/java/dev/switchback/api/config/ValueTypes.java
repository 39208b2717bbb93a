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

/** The kinds of values that settings have. Values are repeated in errors only where no secret can be. */
final class ValueTypes {
    static final ValueType<DatabaseUrl> DATABASE_URL = new ValueType<>(
            "URL", (text, baseDir) -> DatabaseUrl.read(text).resolve(baseDir), DatabaseUrl::displayName, false);
    static final ValueType<Secret> SECRET =
            new ValueType<>("TEXT", (text, baseDir) -> Secret.of(text), Secret::toString, true);
    static final ValueType<String> USER = ValueType.of("NAME", ValueTypes::visible, text -> text);
    static final ValueType<String> IDENTIFIER = ValueType.of("NAME", ValueTypes::identifier, text -> text);
    static final ValueType<String> ENGINE = ValueType.of("auto|ENGINE", ValueTypes::engine, text -> text);
    static final ValueType<List<String>> DIRECTORIES =
            ValueType.of("DIR[,DIR...]", ValueTypes::directories, dirs -> String.join(",", dirs));
    static final ValueType<List<Path>> PATHS = new ValueType<>(
            "PATH[,PATH...]",
            ValueTypes::paths,
            paths -> paths.stream().map(Path::toString).collect(Collectors.joining(",")),
            false);
    static final ValueType<List<String>> NAMES =
            ValueType.of("NAME[,NAME...]", ValueTypes::names, names -> String.join(",", names));
    static final ValueType<SchemaSource> SCHEMA_SOURCE =
            ValueType.of("PATH|URL|entities", ValueTypes::schemaSource, SchemaSource::toString);
    static final ValueType<Duration> DURATION = ValueType.of("DURATION", ValueTypes::duration, ValueTypes::shown);
    static final ValueType<Integer> COUNT = ValueType.of("NUMBER", ValueTypes::count, String::valueOf);
    static final ValueType<Integer> PORT = ValueType.of("PORT", ValueTypes::port, String::valueOf);
    static final ValueType<Integer> POOL_SIZE = ValueType.of("NUMBER", ValueTypes::poolSize, String::valueOf);
    static final ValueType<StartupMode> STARTUP_MODE = startupMode();
    static final ValueType<Boolean> BOOLEAN =
            ValueType.of("true|false", ValueTypes::bool, value -> Boolean.toString(value));

    /** PostgreSQL's limit is 63, MySQL's 64, H2's 256; the database tells the rest. */
    private static final int MAX_IDENTIFIER = 256;

    private static final int LAST_PORT = 65_535;

    private static final Pattern ENGINE_ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern LOCATION_PREFIX = Pattern.compile("[A-Za-z]{2,}:.*");
    private static final Pattern SHORT_DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");

    private ValueTypes() {}

    /** The constants in lower case, with hyphens. */
    static <E extends Enum<E>> ValueType<E> words(Class<E> type) {
        List<E> constants = List.of(type.getEnumConstants());
        String hint = constants.stream().map(ValueTypes::word).collect(Collectors.joining("|"));
        return ValueType.of(
                hint,
                text -> constants.stream()
                        .filter(constant -> word(constant).equals(Texts.lower(text)))
                        .findFirst()
                        .orElseThrow(() -> new MalformedValueException(
                                Texts.quoted(text) + " is not one of " + hint.replace("|", ", "),
                                "write one of " + hint.replace("|", ", "))),
                ValueTypes::word);
    }

    private static String word(Enum<?> constant) {
        return Texts.lower(constant.name()).replace('_', '-');
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
            if (LOCATION_PREFIX.matcher(dir).matches() && !dir.startsWith("classpath:")) {
                throw new MalformedValueException(
                        Texts.quoted(dir) + " has a prefix other than classpath:",
                        "write the path of a folder, or classpath:db/migration");
            }
            dirs.add(visible(dir));
        }
        return List.copyOf(dirs);
    }

    private static List<Path> paths(String text, Path baseDir) {
        return items(text).map(item -> baseDir.resolve(Texts.path(item))).toList();
    }

    private static List<String> names(String text) {
        return items(text).map(ValueTypes::visible).toList();
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

    /** The modes, and the two words that everybody tries first. */
    private static ValueType<StartupMode> startupMode() {
        ValueType<StartupMode> modes = words(StartupMode.class);
        return new ValueType<>(
                modes.hint(),
                (text, baseDir) -> switch (Texts.lower(text)) {
                    case "true", "1", "yes" -> StartupMode.UPGRADE;
                    case "false", "0", "no" -> StartupMode.OFF;
                    default -> modes.parser().apply(text, baseDir);
                },
                modes.shown(),
                false);
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
