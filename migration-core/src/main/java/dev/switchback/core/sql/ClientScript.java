package dev.switchback.core.sql;

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
        // the client of MariaDB knows no bodies; in quotes and comments it would do without, and takes it nevertheless
        if (dialect != SqlDialect.MARIADB || !sql.contains(END)) {
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
}
