package dev.switchback.core.jdbc.inspect;

import dev.switchback.core.domain.ddl.Lexemes;
import java.util.List;

/** What is done to every text of MariaDB before it is looked at. */
final class MariadbText {

    private MariadbText() {}

    /** The text without the name of its own database, which is another one on a scratch database. */
    static String without(String database, String sql) {
        String quoted = "`" + database.replace("`", "``") + "`";
        List<String> lexemes = Lexemes.ofMariadb(sql);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lexemes.size(); i++) {
            boolean qualifies = i + 1 < lexemes.size()
                    && lexemes.get(i).equals(quoted)
                    && lexemes.get(i + 1).equals(".");
            boolean isPart = i > 0 && lexemes.get(i - 1).equals(".");
            if (qualifies && !isPart) {
                i++;
            } else {
                text.append(lexemes.get(i));
            }
        }
        return text.toString();
    }

    /** What a string literal says. */
    static String unescaped(String literal) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < literal.length() - 1; i++) {
            char c = literal.charAt(i);
            if (c == '\\') {
                i++;
                text.append(meaning(literal.charAt(i)));
            } else {
                if (c == '\'') {
                    i++;
                }
                text.append(c);
            }
        }
        return text.toString();
    }

    private static char meaning(char escaped) {
        return switch (escaped) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '0' -> '\0';
            case 'Z' -> '\u001a';
            default -> escaped;
        };
    }
}
