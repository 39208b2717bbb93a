package dev.switchback.core.sql;

import dev.switchback.core.sql.SqlLexer.Token;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/** Reads one statement after the other; between two calls nothing but the next statement is in memory. */
final class StatementReader implements Iterator<SqlStatement> {
    private final SqlDialect dialect;
    private final SqlProblems problems;
    private final TextWindow text;
    private final SqlLexer lexer;
    private final ClientCommands commands;
    private final CopyDataReader rows;
    private @Nullable SqlStatement next;
    private int count;
    private boolean finished;

    StatementReader(SqlDialect dialect, ScriptText script, String file, ObjIntConsumer<String> dropped) {
        this.dialect = dialect;
        this.problems = new SqlProblems(file);
        this.text = new TextWindow(script);
        this.lexer = new SqlLexer(text, dialect, problems);
        this.commands = new ClientCommands(text, lexer, dialect, problems, dropped);
        this.rows = new CopyDataReader(script, text, problems);
    }

    @Override
    public boolean hasNext() {
        if (next == null && !finished) {
            // a problem ends the iteration: what comes after it would be read from the wrong place
            finished = true;
            next = readNext();
            finished = next == null;
        }
        return next != null;
    }

    @Override
    public SqlStatement next() {
        SqlStatement statement = hasNext() ? next : null;
        if (statement == null) {
            throw new NoSuchElementException("the script has no more statements");
        }
        next = null;
        return statement;
    }

    private @Nullable SqlStatement readNext() {
        StatementBody body = StatementBody.of(dialect);
        boolean begun = false;
        int firstLine = 0;
        while (true) {
            lexer.skipNoise();
            int line = text.line();
            if (!begun) {
                text.keepFromHere();
                firstLine = line;
            }
            Token token = lexer.read();
            if (token == Token.END) {
                return begun ? last(body, firstLine) : null;
            }
            boolean ends = token == Token.DELIMITER && (lexer.hasOwnDelimiter() || !body.isOpen());
            if (ends && begun) {
                return statement(body, firstLine);
            }
            if (!ends && !commands.obey(token, begun)) {
                begun = true;
                text.keepToHere();
                body.accept(token, lexer, line);
            }
        }
    }

    private SqlStatement statement(StatementBody body, int line) {
        String sql = text.take();
        Optional<CopyData> copyData = body.copiesFromStdin() ? Optional.of(rows.read(line)) : Optional.empty();
        return new SqlStatement(++count, line, sql, copyData);
    }

    private SqlStatement last(StatementBody body, int line) {
        if (body.copiesFromStdin()) {
            throw rows.unterminated(line);
        }
        if (body.isOpen() && !lexer.hasOwnDelimiter()) {
            throw problems.at(
                    body.openLine(), body.openWhat() + " that begins here is never closed", body.openAdvice());
        }
        return statement(body, line);
    }
}
