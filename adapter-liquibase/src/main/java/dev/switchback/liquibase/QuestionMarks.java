package dev.switchback.liquibase;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PostgreSQL has operators with a question mark, which its driver takes for a parameter unless it is written twice
 * (<a href="https://jdbc.postgresql.org/documentation/query/">pgjdbc</a>). Outside of quotes and comments only.
 */
final class QuestionMarks {

    private static final Pattern QUOTED_OR_MARK = Pattern.compile(
            "[eE]'(?:[^'\\\\]|\\\\.|'')*+'" // E'it\'s'
                    + "|'[^']*+'|\"[^\"]*+\""
                    + "|\\$([A-Za-z_\\x80-\\uffff][A-Za-z0-9_\\x80-\\uffff]*+)?\\$.*?\\$\\1\\$|\\$\\$.*?\\$\\$"
                    + "|--[^\\n]*+|/\\*.*?\\*/"
                    + "|(?<mark>\\?)",
            Pattern.DOTALL);

    private QuestionMarks() {}

    /** The text with every question mark of an operator written twice. */
    static String doubled(String sql) {
        if (sql.indexOf('?') < 0) {
            return sql;
        }
        Matcher matcher = QUOTED_OR_MARK.matcher(sql);
        return matcher.replaceAll(
                found -> Matcher.quoteReplacement(matcher.group("mark") == null ? found.group() : "??"));
    }
}
