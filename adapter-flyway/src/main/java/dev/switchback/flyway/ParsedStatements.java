package dev.switchback.flyway;

import dev.switchback.core.sql.ScriptText;
import dev.switchback.core.sql.SqlSplitter;
import dev.switchback.core.sql.SqlSyntaxProblem;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.sqlscript.SqlScript;
import org.flywaydb.core.internal.sqlscript.SqlStatement;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;
import org.jspecify.annotations.Nullable;

/** What Flyway's parser makes of one script, read as far as it is asked for. */
final class ParsedStatements implements AutoCloseable {

    /** How many characters of rows Flyway's parser may keep; with more of them it is not asked any further. */
    private static final long MOST_KEPT = 1 << 20;

    private final SqlStatementIterator statements;
    private final SqlSplitter splitter;
    private @Nullable SqlStatement next;
    private boolean ended;

    ParsedStatements(SqlScript script, SqlSplitter splitter) {
        this.statements = script.getSqlStatements();
        this.splitter = splitter;
    }

    /**
     * Finds a statement. Asked in the order of the script.
     *
     * @param wanted the statement as our splitter found it
     * @return the same one as Flyway found it; null if it found another one, or none
     */
    @Nullable SqlStatement find(dev.switchback.core.sql.SqlStatement wanted) {
        if (wanted.copyData().isPresent()) {
            // of a COPY that fails Flyway does not say why, and it would keep all the rows
            ended |= wanted.copyData().get().length() > MOST_KEPT;
            return null;
        }
        for (SqlStatement found = peek(); found != null && found.getLineNumber() <= wanted.line(); found = peek()) {
            next = null;
            if (isSame(found, wanted)) {
                return found;
            }
        }
        return null;
    }

    private @Nullable SqlStatement peek() {
        if (next == null && !ended) {
            try {
                next = statements.next();
                ended = next == null;
            } catch (FlywayException e) {
                // it cannot take the script apart, so it finds nothing more
                ended = true;
            }
        }
        return next;
    }

    /** Flyway keeps the comments around a statement; they must be all that it has more than we have. */
    private boolean isSame(SqlStatement found, dev.switchback.core.sql.SqlStatement wanted) {
        String sql = found.getSql();
        if (found.getLineNumber() != wanted.line() || sql.equals(wanted.sql())) {
            return found.getLineNumber() == wanted.line();
        }
        int from = sql.indexOf(wanted.sql());
        return from >= 0
                && hasNoStatement(sql.substring(0, from))
                && hasNoStatement(sql.substring(from + wanted.sql().length()));
    }

    private boolean hasNoStatement(String text) {
        try {
            return !splitter.statements(ScriptText.of(text), "").hasNext();
        } catch (SqlSyntaxProblem e) {
            return false;
        }
    }

    @Override
    public void close() {
        statements.close();
    }
}
