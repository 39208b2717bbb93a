package dev.switchback.core.jdbc.inspect;

import dev.switchback.core.domain.ddl.SqliteToken;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A place in a definition of SQLite. */
final class SqliteCursor {

    private static final SqliteToken END = new SqliteToken(SqliteToken.Kind.SYMBOL, "");

    private final List<SqliteToken> tokens;
    private int position;

    SqliteCursor(List<SqliteToken> tokens) {
        this.tokens = tokens;
    }

    boolean atEnd() {
        return position >= tokens.size();
    }

    SqliteToken peek() {
        return peek(0);
    }

    SqliteToken peek(int ahead) {
        return position + ahead < tokens.size() ? tokens.get(position + ahead) : END;
    }

    SqliteToken next() throws SQLException {
        if (atEnd()) {
            throw new SQLException("a definition in sqlite_schema ends too early: " + tokens);
        }
        return tokens.get(position++);
    }

    String name() throws SQLException {
        return next().name();
    }

    /** Goes past these words if they come next. */
    boolean accept(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!peek(i).is(words[i])) {
                return false;
            }
        }
        position += words.length;
        return true;
    }

    boolean acceptSymbol(String symbol) {
        if (!peek().isSymbol(symbol)) {
            return false;
        }
        position++;
        return true;
    }

    void require(String word) throws SQLException {
        if (!accept(word)) {
            throw new SQLException(word + " is missing in a definition in sqlite_schema, before " + peek().text());
        }
    }

    /** What is in the parentheses that begin here, without them. */
    List<SqliteToken> group() throws SQLException {
        if (!acceptSymbol("(")) {
            throw new SQLException("( is missing in a definition in sqlite_schema, before " + peek().text());
        }
        List<SqliteToken> inner = new ArrayList<>();
        int depth = 1;
        while (true) {
            SqliteToken token = next();
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0) {
                return inner;
            }
            inner.add(token);
        }
    }

    /** All that is left. */
    List<SqliteToken> rest() {
        List<SqliteToken> rest = tokens.subList(position, tokens.size());
        position = tokens.size();
        return rest;
    }

    /** Takes a list apart at its commas. */
    static List<List<SqliteToken>> items(List<SqliteToken> list) {
        List<List<SqliteToken>> items = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= list.size(); i++) {
            boolean end = i == list.size();
            if (end || (depth == 0 && list.get(i).isSymbol(","))) {
                items.add(list.subList(from, i));
                from = i + 1;
            } else {
                depth += list.get(i).isSymbol("(") ? 1 : list.get(i).isSymbol(")") ? -1 : 0;
            }
        }
        return items;
    }

    /** An expression without parentheses around all of it. */
    static List<SqliteToken> bare(List<SqliteToken> expression) throws SQLException {
        List<SqliteToken> inner = expression;
        while (!inner.isEmpty() && inner.get(0).isSymbol("(")) {
            SqliteCursor cursor = new SqliteCursor(inner);
            List<SqliteToken> group = cursor.group();
            if (!cursor.atEnd()) {
                break;
            }
            inner = group;
        }
        return inner;
    }
}
