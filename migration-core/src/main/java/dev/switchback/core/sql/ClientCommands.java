package dev.switchback.core.sql;

import dev.switchback.core.sql.SqlLexer.Token;
import java.util.function.ObjIntConsumer;

/** Commands in a script that its usual client program takes for itself and never sends to the database. */
final class ClientCommands {
    private static final String DELIMITER_STARTS = "/;$|&#%!";

    private final TextWindow text;
    private final SqlLexer lexer;
    private final SqlDialect dialect;
    private final SqlProblems problems;
    private final ObjIntConsumer<String> dropped;

    ClientCommands(
            TextWindow text, SqlLexer lexer, SqlDialect dialect, SqlProblems problems, ObjIntConsumer<String> dropped) {
        this.text = text;
        this.lexer = lexer;
        this.dialect = dialect;
        this.problems = problems;
        this.dropped = dropped;
    }

    /** Obeys the command that begins with the token just read, if it is one. */
    boolean obey(Token token, boolean insideStatement) {
        return switch (dialect) {
            case POSTGRESQL -> token == Token.SYMBOL && lexer.symbol() == '\\' && obeyPsql(insideStatement);
            case MARIADB ->
                token == Token.WORD ? obeyWord(insideStatement) : token == Token.SYMBOL && refuseBackslash();
            case SQLITE -> token == Token.SYMBOL && lexer.symbol() == '.' && !insideStatement && refuse(".", "sqlite3");
            case H2 -> false;
        };
    }

    private boolean obeyWord(boolean insideStatement) {
        return switch (lexer.keyword()) {
            case "DELIMITER" -> isDelimiter(insideStatement);
            case "SOURCE" -> !insideStatement && refuse("source ", "mariadb");
            default -> false;
        };
    }

    private boolean isDelimiter(boolean insideStatement) {
        if (!insideStatement) {
            lexer.useDelimiter(delimiter());
            return true;
        }
        // a column may have this name, but hardly a type that begins with such a sign
        if (lexer.isFirstOnLine() && DELIMITER_STARTS.indexOf(lexer.following()) >= 0) {
            throw problems.at(
                    text.line(), "DELIMITER is inside a statement", "end the statement before it with its delimiter");
        }
        return false;
    }

    private String delimiter() {
        int line = text.line();
        String[] words = restOfLine().strip().split("\\s+", 2);
        if (words[0].isEmpty()) {
            throw problems.at(line, "DELIMITER names no delimiter", "write for example DELIMITER //");
        }
        return words[0];
    }

    private boolean obeyPsql(boolean insideStatement) {
        int line = text.line();
        String name = "\\" + restOfLine().split("\\s+", 2)[0];
        boolean guard = name.equals("\\restrict") || name.equals("\\unrestrict");
        if (!guard || insideStatement) {
            throw problems.at(line, name + " is a command of psql, not SQL", advice(name, false));
        }
        dropped.accept(name, line);
        return true;
    }

    /** A backslash before an N is SQL: the value NULL. */
    private boolean refuseBackslash() {
        return lexer.symbol() == '\\' && text.peek() != 'N' && refuse("\\", "mariadb");
    }

    private boolean refuse(String start, String client) {
        int line = text.line();
        String name = (start + restOfLine().strip()).split("\\s+", 2)[0];
        throw problems.at(line, name + " is a command of " + client + ", not SQL", advice(name, true));
    }

    private static String advice(String name, boolean readsFileByDot) {
        return switch (name) {
            case "\\copy" -> "write COPY … FROM stdin with the rows after it and \\. at their end";
            case "\\i", "\\ir", "\\include", "\\include_relative", "source", ".read" ->
                "put the text of that file here";
            case "\\." ->
                readsFileByDot ? "put the text of that file here" : "it may only end the rows after COPY … FROM stdin";
            case "\\c", "\\connect" -> "name the database in the connection URL";
            case "\\g", "\\G" -> "end the statement with its delimiter";
            default -> "remove the line, or say it in SQL";
        };
    }

    private String restOfLine() {
        StringBuilder rest = new StringBuilder();
        while (text.peek() != '\n' && !text.atEnd()) {
            rest.append((char) text.peek());
            text.advance();
        }
        return rest.toString();
    }
}
