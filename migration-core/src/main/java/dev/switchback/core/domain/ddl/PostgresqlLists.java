package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.Table;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lists of values in a check, as a person writes them: {@code state IN ('a', 'b')} for {@code state::text = ANY
 * (ARRAY['a'::character varying::text, 'b'::character varying::text])}. Only for a column of the table, of a type for which
 * PostgreSQL makes the second of the first.
 */
final class PostgresqlLists {

    private static final String LITERAL = "'(?:[^']|'')*'";
    private static final String QUOTED = "\"(?:[^\"]|\"\")*\"";
    private static final String VALUE = "(?:" + LITERAL + "(?:::[a-z ]+)*|\\d+)";
    private static final Pattern LIST = Pattern.compile("(?<![\\w.:\"])(?<name>" + QUOTED
            + "|[a-z_]\\w*)(?<text>::text)?"
            + " (?<operator>= ANY|<> ALL) \\(ARRAY\\[(?<values>" + VALUE + "(?:, " + VALUE + ")+)]\\)|" + LITERAL + "|"
            + QUOTED);

    private PostgresqlLists() {}

    /** A check of a table. */
    static String written(Table table, String check) {
        Matcher found = LIST.matcher(check);
        StringBuilder text = new StringBuilder();
        while (found.find()) {
            found.appendReplacement(text, Matcher.quoteReplacement(written(table, found)));
        }
        return found.appendTail(text).toString();
    }

    private static String written(Table table, Matcher found) {
        String all = found.group();
        if (found.group("name") == null) {
            return all;
        }
        boolean text = found.group("text") != null;
        return ending(table, found.group("name"), text)
                .filter(end -> found.group("values").matches(value(end) + "(?:, " + value(end) + ")+"))
                .map(end -> found.group("name") + (found.group("operator").equals("= ANY") ? " IN (" : " NOT IN (")
                        + found.group("values").replaceAll("(" + LITERAL + ")" + end, "$1") + ")")
                .orElse(all);
    }

    private static String value(String ending) {
        return ending.isEmpty() ? "\\d+" : LITERAL + ending;
    }

    /** What PostgreSQL writes after a value that is compared with a column: nothing after a number. */
    private static Optional<String> ending(Table table, String name, boolean text) {
        String type = table.columns().stream()
                .filter(column -> PostgresqlNames.of(column.name()).equals(name))
                .findFirst()
                .map(column -> column.type().replaceFirst("\\(.*", ""))
                .orElse("");
        return switch (type) {
            case "character varying" -> Optional.of("::character varying::text").filter(e -> text);
            case "text" -> Optional.of("::text").filter(e -> !text);
            case "character" -> Optional.of("::bpchar").filter(e -> !text);
            case "integer" -> Optional.of("").filter(e -> !text);
            default -> Optional.empty();
        };
    }
}
