package dev.switchback.core.usecase.schema;

import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.sql.SqlDialect;
import dev.switchback.core.sql.SqlSplitter;
import dev.switchback.core.sql.SqlStatement;
import dev.switchback.core.sql.SqlSyntaxProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text of a script, as a person would have written it. */
final class MigrationText {

    private static final String DELIMITER = "//";

    private final SqlDialect dialect;

    MigrationText(SqlDialect dialect) {
        this.dialect = dialect;
    }

    /**
     * The script below its first line.
     *
     * @param statements what runs
     * @param directives what it says to Switchback, such as {@code transaction=off}
     * @param remarks comments at its top
     * @return the text; what runs it takes exactly these statements out of it
     */
    String of(List<DdlStatement> statements, List<String> directives, List<String> remarks) {
        StringBuilder head = new StringBuilder();
        remarks.forEach(remark -> comment(head, remark));
        directives.forEach(directive -> comment(head, "switchback: " + directive));
        String text = head + "\n" + body(statements, ";");
        if (isFaithful(text, statements)) {
            return text;
        }
        // a body with semicolons in it that only a delimiter of its own keeps together
        String delimited =
                head + "\nDELIMITER " + DELIMITER + "\n" + body(statements, "\n" + DELIMITER) + "DELIMITER ;\n";
        if (isFaithful(delimited, statements)) {
            return delimited;
        }
        throw new IllegalStateException("a script cannot be taken apart again as it was put together");
    }

    private String body(List<DdlStatement> statements, String end) {
        StringBuilder text = new StringBuilder();
        boolean wide = true;
        for (DdlStatement statement : statements) {
            boolean lines = statement.sql().contains("\n") || statement.note().isPresent();
            if (!text.isEmpty() && (wide || lines)) {
                text.append('\n');
            }
            statement.note().ifPresent(note -> comment(text, note));
            text.append(statement.sql()).append(end(statement.sql(), end)).append('\n');
            wide = lines;
        }
        return text.toString();
    }

    /** A delimiter after a comment to the end of the line would be a part of it. */
    private static String end(String sql, String end) {
        String last = sql.substring(sql.lastIndexOf('\n') + 1);
        return last.contains("--") && !end.startsWith("\n") ? "\n" + end : end;
    }

    private static void comment(StringBuilder text, String words) {
        words.lines().forEach(line -> text.append("-- ").append(line).append('\n'));
    }

    private boolean isFaithful(String text, List<DdlStatement> statements) {
        List<String> found = new ArrayList<>();
        try {
            for (SqlStatement statement : SqlSplitter.of(dialect).split(text, "new migration")) {
                if (!statement.copyData().equals(Optional.empty())) {
                    return false;
                }
                found.add(statement.sql());
            }
        } catch (SqlSyntaxProblem e) {
            return false;
        }
        return found.equals(statements.stream().map(this::alone).toList());
    }

    /** A comment at the end of a statement belongs to the file. */
    private String alone(DdlStatement statement) {
        try {
            List<SqlStatement> found = SqlSplitter.of(dialect).split(statement.sql(), "new migration");
            return found.size() == 1 ? found.get(0).sql() : statement.sql().strip();
        } catch (SqlSyntaxProblem e) {
            return statement.sql().strip();
        }
    }
}
