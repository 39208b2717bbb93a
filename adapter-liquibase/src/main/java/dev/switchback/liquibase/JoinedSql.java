package dev.switchback.liquibase;

import dev.switchback.core.sql.SqlDialect;
import dev.switchback.core.sql.SqlSplitter;
import dev.switchback.core.sql.SqlStatement;
import dev.switchback.core.sql.SqlSyntaxProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Joins statements to a script that our splitter takes apart into the same statements. Each one stands, as far as there is
 * room, in the line in which its change stands in the file, so that a failure names that line.
 */
final class JoinedSql {

    /** What Liquibase takes for the end of a statement, beside the semicolon. */
    private static final Pattern DELIMITER = Pattern.compile("(?im)^\\s*(?:GO|/)\\s*$");

    private static final String IN_FILE = "write it in SQL, in a .sql file";

    private final SqlSplitter splitter;
    private final String path;
    private final StringBuilder text = new StringBuilder();
    private final List<String> statements = new ArrayList<>();
    private int line = 1;

    JoinedSql(SqlDialect dialect, String path) {
        this.splitter = SqlSplitter.of(dialect);
        this.path = path;
    }

    /**
     * Adds what one change gives.
     *
     * @param at the line of the change
     * @param sql a statement, or several
     * @param several whether there can be several
     */
    void add(int at, String sql, boolean several) {
        List<SqlStatement> found = split(at, sql);
        if (!several && found.size() > 1) {
            throw new SqlSyntaxProblem(path, at, "gives a statement that is taken for several", IN_FILE);
        }
        for (SqlStatement statement : found) {
            if (statement.copyData().isPresent()) {
                throw new SqlSyntaxProblem(path, at, "has the rows of a COPY, which a changelog cannot have", IN_FILE);
            }
            if (DELIMITER.matcher(statement.sql()).find()) {
                throw new SqlSyntaxProblem(
                        path,
                        at,
                        "has a line with only GO or / in its SQL, which ends a statement for Liquibase and not here",
                        "end statements with a semicolon");
            }
            append(at + (several ? statement.line() - 1 : 0), statement.sql());
        }
    }

    private List<SqlStatement> split(int at, String sql) {
        try {
            return splitter.split(sql, path);
        } catch (SqlSyntaxProblem e) {
            throw new SqlSyntaxProblem(path, at + e.line() - 1, e.reason(), e.advice());
        }
    }

    private void append(int at, String sql) {
        while (line < at) {
            text.append('\n');
            line++;
        }
        text.append(sql).append(";\n");
        line += 1 + (int) sql.chars().filter(c -> c == '\n').count();
        statements.add(sql);
    }

    /**
     * The script.
     *
     * @throws SqlSyntaxProblem if it would be taken apart differently
     */
    String text() {
        String script = text.toString();
        List<String> again = split(1, script).stream().map(SqlStatement::sql).toList();
        if (!again.equals(statements)) {
            throw new SqlSyntaxProblem(
                    path, 1, "gives statements that cannot stand in one script without a DELIMITER", IN_FILE);
        }
        return script;
    }
}
