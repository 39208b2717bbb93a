package dev.switchback.api.schema;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody said was renamed. Names are compared as the database spells them, and if that fits nothing, without
 * regard to case.
 *
 * @param table the table that was renamed; of a column, its table by its old or its new name
 * @param column the old name of the column; empty if the table was renamed
 * @param to the new name
 */
public record Rename(String table, Optional<String> column, String to) {

    private static final String QUOTED = "\"(?:[^\"]|\"\")+\"";
    private static final Pattern QUOTED_NAME = Pattern.compile(QUOTED);

    /** Names as they are; one that begins with a quote would be taken for one in quotes. */
    private static final Pattern FORM =
            Pattern.compile("(?!(?:.*[.:])?\")(?:(?<table>[^:]+)\\.)?(?<old>[^.:]+):(?<to>[^:]+)");

    /** The same, where a name can be in quotes and have anything in it. */
    private static final Pattern FORM_WITH_QUOTES =
            Pattern.compile("(?:(?<table>Q|[^:\"]+)\\.)?(?<old>Q|[^.:\"]+):(?<to>(?:(?:Q|[^:\"]+)\\.)?(?:Q|[^.:\"]+))"
                    .replace("Q", QUOTED));

    /** Checks that everything is there. */
    public Rename {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(to, "to");
    }

    /**
     * Reads the text form: {@code borrower:patron} for a table, {@code book.title:name} or
     * {@code book.title:book.name} for a column. What is before the last dot is taken for the table; who knows the names
     * can see whether the dot is a part of one. A name can be in double quotes, as in SQL, and has to be if there is a colon
     * in it: {@code "a:b":c}.
     *
     * @param text as given
     * @return the rename; empty if the text has another form
     */
    public static Optional<Rename> parse(String text) {
        Matcher quoted = FORM_WITH_QUOTES.matcher(text.strip());
        if (quoted.matches()) {
            return Optional.of(read(
                    Optional.ofNullable(quoted.group("table")).map(Rename::unquoted),
                    unquoted(quoted.group("old")),
                    unquoted(quoted.group("to"))));
        }
        Matcher plain = FORM.matcher(text.strip());
        return plain.matches()
                ? Optional.of(read(Optional.ofNullable(plain.group("table")), plain.group("old"), plain.group("to")))
                : Optional.empty();
    }

    private static Rename read(Optional<String> table, String old, String to) {
        String prefix = table.orElse("") + ".";
        boolean again = table.isPresent() && to.startsWith(prefix) && to.length() > prefix.length();
        return new Rename(table.orElse(old), table.map(any -> old), again ? to.substring(prefix.length()) : to);
    }

    private static String unquoted(String names) {
        return QUOTED_NAME.matcher(names).replaceAll(name -> {
            String within = name.group().substring(1, name.group().length() - 1);
            return Matcher.quoteReplacement(within.replace("\"\"", "\""));
        });
    }

    /** The text form, with quotes where it could not be read without them. */
    @Override
    public String toString() {
        return quoted(table) + column.map(name -> "." + quoted(name)).orElse("") + ":" + quoted(to);
    }

    private static String quoted(String name) {
        boolean needsThem = name.contains(":") || name.contains("\"") || !name.equals(name.strip());
        return needsThem ? '"' + name.replace("\"", "\"\"") + '"' : name;
    }
}
