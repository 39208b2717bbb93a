package dev.switchback.core.jdbc.inspect;

import dev.switchback.core.domain.ddl.Lexemes;
import java.util.List;

/** What is done to every text of MariaDB before it is looked at. */
final class MariadbText {

    private MariadbText() {}

    /**
     * The text without the name of its own database, which is another one on a scratch database; and without what MySQL
     * adds: it gives {@code -8} back as {@code -(8)}, and that as {@code -8}; it puts the character set of the session
     * before a literal, which says nothing of one that is ASCII.
     */
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
            } else if (isIntroducer(lexemes, i)) {
                text.append(lexemes.get(++i));
            } else if (isNegative(lexemes, i)) {
                int close = Lexemes.closing(lexemes, i + 1);
                text.append('-').append(String.join("", lexemes.subList(i + 2, close)));
                i = close;
            } else {
                text.append(lexemes.get(i));
            }
        }
        return text.toString();
    }

    private static boolean isIntroducer(List<String> lexemes, int at) {
        return at + 1 < lexemes.size()
                && lexemes.get(at).startsWith("_")
                && lexemes.get(at + 1).startsWith("'")
                && lexemes.get(at + 1).chars().allMatch(c -> c < 128);
    }

    private static boolean isNegative(List<String> lexemes, int at) {
        if (at + 1 >= lexemes.size()
                || !lexemes.get(at).equals("-")
                || !lexemes.get(at + 1).equals("(")) {
            return false;
        }
        List<String> number = lexemes.subList(at + 2, Lexemes.closing(lexemes, at + 1));
        return !number.isEmpty()
                && number.stream().allMatch(part -> part.equals(".") || Character.isDigit(part.charAt(0)));
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
