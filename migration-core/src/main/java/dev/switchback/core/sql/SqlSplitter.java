package dev.switchback.core.sql;

import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * Splits scripts into statements by the lexical rules of one dialect, in one pass and without a connection. A statement
 * ends at a semicolon (or at what {@code DELIMITER} set) outside of quotes, comments and bodies; the last one needs no
 * delimiter. A script of comments only has no statements. Lines of {@code /} or {@code go} are text like any other.
 *
 * <p>Immutable and safe for use by several threads; the iterators are not.
 */
public final class SqlSplitter {
    private final SqlDialect dialect;

    private SqlSplitter(SqlDialect dialect) {
        this.dialect = Objects.requireNonNull(dialect, "dialect");
    }

    /** A splitter for one dialect. */
    public static SqlSplitter of(SqlDialect dialect) {
        return new SqlSplitter(dialect);
    }

    /**
     * Reads a script as its statements are asked for. Only one statement is in memory at a time, with the rows that
     * belong to it.
     *
     * @param script read as far as needed, never closed
     * @param fileName named in problems
     * @return the statements in order; {@code hasNext} and {@code next} throw {@link SqlSyntaxProblem} where the script
     *     cannot be taken apart and {@link java.io.UncheckedIOException} where it cannot be read. So a script that is to
     *     be refused before anything is run has to be read twice, or with {@link #split}
     */
    public Iterator<SqlStatement> statements(Reader script, String fileName) {
        return new StatementReader(dialect, script, fileName);
    }

    /**
     * Splits a whole text.
     *
     * @param fileName named in problems
     * @throws SqlSyntaxProblem if the text cannot be taken apart
     */
    public List<SqlStatement> split(String script, String fileName) {
        List<SqlStatement> statements = new ArrayList<>();
        statements(new StringReader(script), fileName).forEachRemaining(statements::add);
        return List.copyOf(statements);
    }
}
