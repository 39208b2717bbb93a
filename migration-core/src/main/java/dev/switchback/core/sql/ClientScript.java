package dev.switchback.core.sql;

import dev.switchback.core.sql.SqlLexer.Token;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes statements as the client program of the database reads them, where a semicolon at the end is not enough. */
public final class ClientScript {

    private static final String END = ";";

    private ClientScript() {}

    /**
     * How a statement stands in a script of psql or mariadb.
     *
     * @param dialect whose client it is
     * @param sql the statement
     * @param rows the rows of a {@code COPY … FROM stdin}, each with its LF
     * @return the text; empty if the statement and a semicolon are all
     */
    public static Optional<String> of(SqlDialect dialect, String sql, Optional<String> rows) {
        if (rows.isPresent()) {
            return Optional.of(sql + END + "\n" + rows.get() + "\\.");
        }
        // the client of MariaDB knows quotes and comments, but no bodies
        if (dialect != SqlDialect.MARIADB || !wouldEndEarly(dialect, sql)) {
            return Optional.empty();
        }
        String delimiter = Stream.concat(
                        Stream.of("$$", "//"), IntStream.iterate(1, i -> i + 1).mapToObj(i -> "$end" + i + "$"))
                // not at its edge either, where the two together would be read as one
                .filter(candidate -> !(sql + candidate)
                        .substring(0, sql.length() + candidate.length() - 1)
                        .contains(candidate))
                .findFirst()
                .orElseThrow();
        return Optional.of("DELIMITER " + delimiter + "\n" + sql + delimiter + "\nDELIMITER " + END);
    }

    private static boolean wouldEndEarly(SqlDialect dialect, String sql) {
        SqlLexer lexer = new SqlLexer(new TextWindow(sql), dialect, new SqlProblems("a single statement"));
        try {
            for (Token token = Token.MARK; token != Token.END; token = lexer.read()) {
                if (token == Token.DELIMITER) {
                    return true;
                }
                lexer.skipNoise();
            }
            return false;
        } catch (SqlSyntaxProblem e) {
            // with a secret taken out it may be no SQL any more
            return sql.contains(END);
        }
    }
}
