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

    private static final Pattern FORM = Pattern.compile("(?:([^:]+)\\.)?([^.:]+):([^:]+)");

    /** Checks that everything is there. */
    public Rename {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(to, "to");
    }

    /**
     * Reads the text form: {@code borrower:patron} for a table, {@code book.title:name} or
     * {@code book.title:book.name} for a column. What is before the last dot is taken for the table; who knows the names
     * can see whether the dot is a part of one.
     *
     * @param text as given
     * @return the rename; empty if the text has another form
     */
    public static Optional<Rename> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<String> table = Optional.ofNullable(matcher.group(1));
        String to = matcher.group(3);
        String prefix = table.orElse("") + ".";
        boolean again = table.isPresent() && to.startsWith(prefix) && to.length() > prefix.length();
        return Optional.of(new Rename(
                table.orElse(matcher.group(2)),
                table.map(any -> matcher.group(2)),
                again ? to.substring(prefix.length()) : to));
    }

    /** The text form. */
    @Override
    public String toString() {
        return table + column.map(name -> "." + name).orElse("") + ":" + to;
    }
}
