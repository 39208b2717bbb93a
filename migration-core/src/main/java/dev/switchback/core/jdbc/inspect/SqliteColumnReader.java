package dev.switchback.core.jdbc.inspect;

import dev.switchback.core.domain.ddl.SqliteText;
import dev.switchback.core.domain.ddl.SqliteToken;
import dev.switchback.core.domain.ddl.SqliteToken.Kind;
import dev.switchback.core.domain.schema.Column;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads one column of a table; what it says of keys and checks goes to the constraints. */
final class SqliteColumnReader {

    private static final Set<String> AFTER_TYPE = Set.of(
            "CONSTRAINT",
            "PRIMARY",
            "NOT",
            "NULL",
            "UNIQUE",
            "CHECK",
            "DEFAULT",
            "COLLATE",
            "REFERENCES",
            "GENERATED",
            "AS");

    private final SqliteCursor cursor;
    private final SqliteText text;
    private final SqliteConstraints constraints;
    private String name = "";
    private String type = "";
    private boolean notNull;
    private Optional<String> defaultExpression = Optional.empty();
    private Optional<String> generated = Optional.empty();
    private Optional<String> collation = Optional.empty();
    private Optional<String> attributes = Optional.empty();

    SqliteColumnReader(SqliteCursor cursor, SqliteText text, SqliteConstraints constraints) {
        this.cursor = cursor;
        this.text = text;
        this.constraints = constraints;
    }

    String name() {
        return name;
    }

    String type() {
        return type;
    }

    void read() throws SQLException {
        name = cursor.name();
        type = readType();
        while (!cursor.atEnd()) {
            readConstraint();
        }
    }

    /**
     * The column.
     *
     * @param rowid whether it is the rowid, which is never null
     * @param implied whether it may not be null because of what the table is
     * @param numbered whether its numbers are never used again
     */
    Column column(boolean rowid, boolean implied, boolean numbered) {
        boolean nullable = rowid || !(notNull || implied);
        return new Column(
                name,
                type,
                nullable,
                defaultExpression,
                numbered ? Optional.of("AUTOINCREMENT") : Optional.empty(),
                generated,
                collation,
                nullable ? Optional.empty() : attributes,
                Optional.empty());
    }

    private String readType() throws SQLException {
        StringBuilder words = new StringBuilder();
        while (!cursor.atEnd()) {
            SqliteToken token = cursor.peek();
            if (token.kind() == Kind.WORD && AFTER_TYPE.contains(token.text().toUpperCase(Locale.ROOT))) {
                break;
            }
            if (token.isSymbol("(")) {
                List<String> sizes = SqliteCursor.items(cursor.group()).stream()
                        .map(text::line)
                        .toList();
                words.append('(').append(String.join(",", sizes)).append(')');
            } else {
                words.append(words.isEmpty() ? "" : " ").append(cursor.name());
            }
        }
        return words.toString().toUpperCase(Locale.ROOT);
    }

    private void readConstraint() throws SQLException {
        Optional<String> given = cursor.accept("CONSTRAINT") ? Optional.of(cursor.name()) : Optional.empty();
        if (cursor.accept("NOT", "NULL")) {
            notNull = true;
            attributes = constraints.onConflict(cursor);
        } else if (cursor.accept("NULL")) {
            constraints.onConflict(cursor);
        } else if (cursor.accept("DEFAULT")) {
            defaultExpression = readDefault();
        } else if (cursor.accept("COLLATE")) {
            collation = Optional.of(cursor.name().toUpperCase(Locale.ROOT)).filter(c -> !c.equals("BINARY"));
        } else if (cursor.accept("GENERATED", "ALWAYS", "AS") || cursor.accept("AS")) {
            String expression = text.line(SqliteCursor.bare(cursor.group()));
            boolean stored = cursor.accept("STORED");
            if (!stored) {
                cursor.accept("VIRTUAL");
            }
            generated = Optional.of("(" + expression + ") " + (stored ? "STORED" : "VIRTUAL"));
        } else if (!constraints.readOfColumn(cursor, name, given) && given.isEmpty()) {
            throw new SQLException("column " + name + " is defined in words that are not known: "
                    + cursor.peek().text());
        }
    }

    /** Null is no default. */
    private Optional<String> readDefault() throws SQLException {
        if (!cursor.peek().isSymbol("(")) {
            List<SqliteToken> value = new ArrayList<>();
            do {
                value.add(cursor.next());
            } while (value.get(value.size() - 1).kind() == Kind.SYMBOL);
            return literal(value);
        }
        List<SqliteToken> expression = SqliteCursor.bare(cursor.group());
        return isLiteral(expression) ? literal(expression) : Optional.of("(" + text.line(expression) + ")");
    }

    private static boolean isLiteral(List<SqliteToken> tokens) {
        SqliteToken last = tokens.get(tokens.size() - 1);
        boolean value = last.kind() == Kind.TEXT
                || last.kind() == Kind.NUMBER
                || last.is("NULL")
                || last.is("TRUE")
                || last.is("FALSE")
                || last.is("CURRENT_TIMESTAMP")
                || last.is("CURRENT_DATE")
                || last.is("CURRENT_TIME");
        return value && (tokens.size() == 1 || (tokens.size() == 2 && isSign(tokens.get(0))));
    }

    private static boolean isSign(SqliteToken token) {
        return token.isSymbol("-") || token.isSymbol("+");
    }

    /** A name as a default is a string. */
    private static Optional<String> literal(List<SqliteToken> value) {
        SqliteToken last = value.get(value.size() - 1);
        boolean keyword = isLiteral(value);
        String written = switch (last.kind()) {
            case NUMBER, TEXT -> last.text();
            case WORD, NAME ->
                keyword
                        ? last.text().toUpperCase(Locale.ROOT)
                        : "'" + last.name().replace("'", "''") + "'";
            case SYMBOL -> last.text();
        };
        boolean negative = value.get(0).isSymbol("-");
        return Optional.of((negative ? "-" : "") + written).filter(d -> !d.equals("NULL"));
    }
}
