package dev.switchback.liquibase;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.domain.SqlScript;
import dev.switchback.core.sql.QuestionMarks;
import dev.switchback.core.sql.SqlSplitter;
import dev.switchback.core.sql.SqlStatement;
import java.util.List;

/** How a script is written into a changelog as one change per statement, where Liquibase would split it wrongly. */
final class ExportedSql {

    private final DatabaseKind kind;
    private final SqlSplitter splitter;

    ExportedSql(DatabaseKind kind) {
        this.kind = kind;
        this.splitter = SqlSplitter.of(Dialect.of(kind).sql());
    }

    /** Whether Liquibase would send something else than is written, because it calls the driver's {@code nativeSQL}. */
    static boolean needsEscapes(DatabaseKind kind, String sql) {
        return kind == DatabaseKind.POSTGRESQL && !QuestionMarks.doubled(sql).equals(sql);
    }

    /**
     * The statements, each the text of a change.
     *
     * @throws dev.switchback.core.sql.SqlSyntaxProblem if the script cannot be taken apart
     */
    List<String> changes(SqlScript script) {
        return splitter.split(script.sql(), script.file()).stream()
                .map(SqlStatement::sql)
                .map(sql -> kind == DatabaseKind.POSTGRESQL ? QuestionMarks.doubled(sql) : sql)
                .toList();
    }
}
