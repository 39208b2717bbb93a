package dev.switchback.core.usecase.schema;

import dev.switchback.core.domain.Dialect;
import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Table;
import dev.switchback.core.domain.schema.UserType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that a column may take, by its type and by the words of its checks. */
final class SampleValues {

    /** How many kinds of values there are to try. */
    static final int ATTEMPTS = 3;

    private static final Pattern STRING = Pattern.compile("'((?:[^']|'')*)'");
    private static final Pattern LENGTH = Pattern.compile("\\((\\d+)\\)");
    private static final Pattern DOMAIN_CLAUSE = Pattern.compile("\\s+(?=DEFAULT |NOT NULL|CHECK ?\\(|CONSTRAINT )");
    private static final int LARGER = 100;
    private static final int LONGEST = 8;
    /** That a script rounds a value shows in one that is not whole only. */
    private static final String FRACTION = ".25";

    private final DatabaseSchema schema;

    SampleValues(DatabaseSchema schema) {
        this.schema = schema;
    }

    /**
     * A value as it stands in a statement.
     *
     * @param table the table
     * @param column the column
     * @param row which row it is for, from 1
     * @param attempt which kind of value, from 0
     * @return the value; empty if no value is known for such a type
     */
    Optional<String> of(Table table, Column column, int row, int attempt) {
        List<String> allowed = allowed(table, column);
        if (!allowed.isEmpty() && attempt < 2) {
            return Optional.of(allowed.get((row - 1 + attempt) % allowed.size()));
        }
        int number = attempt == 1 ? LARGER + row : row;
        return ofType(base(column.type()).toUpperCase(Locale.ROOT), number, attempt);
    }

    /** The type as an object of the schema; SQLite knows columns without any. */
    private Optional<UserType> own(String type) {
        return type.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(schema.types().get(ObjectName.of(type.replace("\"", ""))));
    }

    /** Of a domain, what it is made of. */
    private String base(String type) {
        return own(type)
                .filter(t -> t.labels().isEmpty())
                .map(t -> DOMAIN_CLAUSE.split(t.definition(), 2)[0].strip())
                .orElse(type);
    }

    /** The strings in an enum, or in a check of this column only. */
    private List<String> allowed(Table table, Column column) {
        Optional<UserType> type = own(column.type());
        if (type.isPresent() && !type.get().labels().isEmpty()) {
            return type.get().labels().stream()
                    .map(label -> "'" + label.replace("'", "''") + "'")
                    .toList();
        }
        if (column.type().toUpperCase(Locale.ROOT).matches("(ENUM|SET) *\\(.*")) {
            return strings(column.type());
        }
        List<String> strings = new ArrayList<>();
        table.constraints().stream()
                .filter(c -> c.kind() == Constraint.Kind.CHECK && c.columns().equals(List.of(column.name())))
                .forEach(c -> strings.addAll(strings(c.definition())));
        return strings;
    }

    private static List<String> strings(String text) {
        List<String> strings = new ArrayList<>();
        Matcher matcher = STRING.matcher(text);
        while (matcher.find()) {
            strings.add(matcher.group());
        }
        return strings;
    }

    private Optional<String> ofType(String type, int number, int attempt) {
        boolean postgresql = schema.dialect() == Dialect.POSTGRESQL;
        // a check may want whole ones
        String fraction = attempt == 2 ? "" : FRACTION;
        if (type.contains("[]") || type.contains(" ARRAY")) {
            return Optional.of(postgresql ? "'{}'" : "ARRAY[]");
        }
        if (type.endsWith("RANGE")) {
            return Optional.of("'empty'");
        }
        if (type.startsWith("INET") || type.equals("CIDR")) {
            return Optional.of((type.equals("INET6") ? "'::" : "'10.0.0.") + number + "'");
        }
        if (type.contains("INTERVAL")) {
            return Optional.of(postgresql ? "'" + number + " days'" : "INTERVAL '" + number + "' DAY");
        }
        if (type.contains("BOOL")) {
            return Optional.of(number % 2 == 0 ? "TRUE" : "FALSE");
        }
        if (type.startsWith("TIME") && !type.startsWith("TIMESTAMP")) {
            return Optional.of(String.format(Locale.ROOT, "'10:00:%02d%s'", number % 60, fraction));
        }
        if (type.contains("DATE") || type.contains("TIMESTAMP")) {
            String day = String.format(Locale.ROOT, "2024-01-%02d", number % 28 + 1);
            return Optional.of(type.equals("DATE") ? "'" + day + "'" : "'" + day + " 10:00:00" + fraction + "'");
        }
        if (type.contains("INT") || type.matches("(NUM|DEC|DOUBLE|REAL|FLOAT|BIT|YEAR|MONEY).*")) {
            boolean whole = type.contains("INT");
            return Optional.of(
                    type.startsWith("YEAR")
                            ? "2024"
                            : type.startsWith("BIT") ? bit(postgresql) : number + (whole ? "" : fraction));
        }
        if (type.contains("UUID")) {
            return Optional.of(String.format(Locale.ROOT, "'00000000-0000-4000-8000-%012d'", number));
        }
        if (type.contains("JSON")) {
            return Optional.of(schema.dialect() == Dialect.H2 ? "JSON '{}'" : "'{}'");
        }
        if (type.contains("BYTEA")) {
            return Optional.of(String.format(Locale.ROOT, "'\\x%02d'", number % 100));
        }
        if (type.contains("BLOB") || type.contains("BINARY")) {
            return Optional.of(String.format(Locale.ROOT, "X'%02d'", number % 100));
        }
        boolean text = type.contains("CHAR") || type.contains("TEXT") || type.contains("CLOB") || type.isEmpty();
        return text ? Optional.of(text(type, number, attempt)) : Optional.empty();
    }

    private static String bit(boolean postgresql) {
        return postgresql ? "B'1'" : "1";
    }

    /** As long as the type allows, and of digits only if letters are refused. */
    private static String text(String type, int number, int attempt) {
        Matcher matcher = LENGTH.matcher(type);
        int length = matcher.find() ? Math.min(LONGEST, Integer.parseInt(matcher.group(1))) : LONGEST;
        String value = (attempt == 2 ? "" : "row") + number;
        return "'" + value.substring(Math.max(0, value.length() - length)) + "'";
    }
}
