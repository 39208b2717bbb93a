package dev.switchback.core.sql;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.ObjIntConsumer;

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
     * Takes a script apart as its statements are asked for: beside the script only the next one is in memory, without its
     * rows if they are many.
     *
     * @param fileName named in problems
     * @return the statements in order; {@code hasNext} and {@code next} throw {@link SqlSyntaxProblem} where the script
     *     cannot be taken apart. So a script that is to be refused before anything is run has to be gone through twice,
     *     or with {@link #split}
     */
    public Iterator<SqlStatement> statements(ScriptText script, String fileName) {
        return statements(script, fileName, (command, line) -> {});
    }

    /**
     * The same, for whoever wants to know what is left out.
     *
     * @param fileName named in problems
     * @param dropped told the commands of a client program that mean nothing without it, such as {@code \restrict}, and
     *     the line of each, as far as the statements are asked for
     * @return the statements in order
     */
    public Iterator<SqlStatement> statements(ScriptText script, String fileName, ObjIntConsumer<String> dropped) {
        return new StatementReader(dialect, script.canonical(), fileName, dropped);
    }

    /**
     * Splits a whole text.
     *
     * @param fileName named in problems
     * @throws SqlSyntaxProblem if the text cannot be taken apart
     */
    public List<SqlStatement> split(String script, String fileName) {
        return split(ScriptText.of(script), fileName);
    }

    /**
     * Splits a whole script.
     *
     * @param fileName named in problems
     * @throws SqlSyntaxProblem if it cannot be taken apart
     */
    public List<SqlStatement> split(ScriptText script, String fileName) {
        List<SqlStatement> statements = new ArrayList<>();
        statements(script, fileName).forEachRemaining(statements::add);
        return List.copyOf(statements);
    }
}
