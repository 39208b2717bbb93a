package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.ddl.SqliteToken.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Writes definitions of SQLite, which keeps them as they were typed, in one way: keywords in upper case, names as the
 * catalog spells them and quoted only where they need it, one blank where there is any, no comments.
 */
public final class SqliteText {

    private static final Set<String> BEFORE_UNARY = Set.of("END", "NULL", "TRUE", "FALSE");
    private static final Set<String> CLAUSES = Set.of(
            "FROM", "WHERE", "GROUP", "HAVING", "ORDER", "LIMIT", "UNION", "EXCEPT", "INTERSECT", "WINDOW", "VALUES");
    private static final Set<String> JOINS =
            Set.of("NATURAL", "LEFT", "RIGHT", "FULL", "INNER", "CROSS", "OUTER", "JOIN");

    private final Map<String, String> spelling = new HashMap<>();

    /**
     * Creates a writer.
     *
     * @param names how the names that can occur are spelled in the catalog
     */
    public SqliteText(Collection<String> names) {
        names.forEach(name -> spelling.putIfAbsent(SqliteNames.folded(name), name));
    }

    /** How the catalog spells a name; as it is if it is not there. */
    public String spelled(String name) {
        return spelling.getOrDefault(SqliteNames.folded(name), name);
    }

    /** On one line. */
    public String line(List<SqliteToken> tokens) {
        return write(tokens, (i, depth) -> "");
    }

    /** A query with its clauses on lines of their own. */
    public String query(List<SqliteToken> tokens) {
        return write(tokens, (i, depth) -> depth == 0 && i > 0 && beginsClause(tokens, i) ? "\n" : "");
    }

    /** Statements on lines of their own, each ended by a semicolon. */
    public String body(List<SqliteToken> tokens) {
        return write(tokens, (i, depth) -> i == 0 || tokens.get(i - 1).isSymbol(";") ? "\n  " : "");
    }

    private interface Breaks {
        String before(int index, int depth);
    }

    private String write(List<SqliteToken> tokens, Breaks breaks) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            SqliteToken token = tokens.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            String lineBreak = breaks.before(i, depth);
            text.append(lineBreak.isEmpty() && needsBlank(tokens, i) ? " " : lineBreak)
                    .append(word(tokens, i));
        }
        return text.toString();
    }

    private static boolean beginsClause(List<SqliteToken> tokens, int i) {
        SqliteToken token = tokens.get(i);
        if (token.kind() != Kind.WORD || tokens.get(i - 1).isSymbol(".")) {
            return false;
        }
        String word = token.text().toUpperCase(Locale.ROOT);
        String before = tokens.get(i - 1).text().toUpperCase(Locale.ROOT);
        if (JOINS.contains(word)) {
            return !JOINS.contains(before);
        }
        // IS DISTINCT FROM is an operator
        return CLAUSES.contains(word) && !before.equals("DISTINCT") || word.equals("SELECT");
    }

    private String word(List<SqliteToken> tokens, int i) {
        SqliteToken token = tokens.get(i);
        return switch (token.kind()) {
            case TEXT -> token.text();
            case NUMBER -> token.text().toLowerCase(Locale.ROOT);
            case SYMBOL -> token.text().equals("==") ? "=" : token.text().equals("!=") ? "<>" : token.text();
            case NAME -> name(tokens, i);
            case WORD -> plain(tokens, i);
        };
    }

    /** What is in double quotes and no name that can be here may be a string. */
    private String name(List<SqliteToken> tokens, int i) {
        SqliteToken token = tokens.get(i);
        boolean surely = !token.text().startsWith("\"")
                || spelling.containsKey(SqliteNames.folded(token.name()))
                || (i > 0 && (tokens.get(i - 1).is("AS") || tokens.get(i - 1).isSymbol(".")));
        return surely ? SqliteNames.quoted(spelled(token.name())) : token.text();
    }

    private String plain(List<SqliteToken> tokens, int i) {
        String text = tokens.get(i).text();
        boolean calls = i + 1 < tokens.size() && tokens.get(i + 1).isSymbol("(");
        if (i > 0 && tokens.get(i - 1).isSymbol(".")) {
            return SqliteNames.quoted(spelled(text));
        }
        if (calls && text.equalsIgnoreCase("REPLACE")) {
            return "replace";
        }
        if (SqliteNames.isKeyword(text)) {
            return text.toUpperCase(Locale.ROOT);
        }
        String known = spelling.get(SqliteNames.folded(text));
        return known != null ? known : calls ? text.toLowerCase(Locale.ROOT) : text;
    }

    private static boolean needsBlank(List<SqliteToken> tokens, int i) {
        if (i == 0) {
            return false;
        }
        SqliteToken token = tokens.get(i);
        SqliteToken before = tokens.get(i - 1);
        if (token.kind() == Kind.SYMBOL && Set.of(")", ",", ";", ".").contains(token.text())) {
            return false;
        }
        if (before.isSymbol("(") || before.isSymbol(".") || isUnary(tokens, i - 1)) {
            return false;
        }
        boolean calls = before.kind() == Kind.NAME
                || (before.kind() == Kind.WORD
                        && (!SqliteNames.isKeyword(before.text()) || before.is("REPLACE") || before.is("RAISE")));
        return !(token.isSymbol("(") && calls);
    }

    private static boolean isUnary(List<SqliteToken> tokens, int i) {
        SqliteToken token = tokens.get(i);
        if (token.isSymbol("~")) {
            return true;
        }
        if (!token.isSymbol("-") && !token.isSymbol("+")) {
            return false;
        }
        if (i == 0) {
            return true;
        }
        SqliteToken before = tokens.get(i - 1);
        return switch (before.kind()) {
            case SYMBOL -> !before.isSymbol(")");
            case WORD ->
                SqliteNames.isKeyword(before.text())
                        && !BEFORE_UNARY.contains(before.text().toUpperCase(Locale.ROOT))
                        && !before.text().toUpperCase(Locale.ROOT).startsWith("CURRENT_");
            default -> false;
        };
    }
}
