package dev.switchback.liquibase;

import java.util.ArrayList;
import java.util.List;
import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.statement.ExecutablePreparedStatement;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.DropPrimaryKeyStatement;
import liquibase.statement.core.RuntimeStatement;

/** Writes Liquibase's statements as SQL, and refuses those that are none. */
final class StatementWriter {

    private final Database database;
    private final String path;

    /**
     * Creates one.
     *
     * @param path named in problems
     */
    StatementWriter(Database database, String path) {
        this.database = database;
        this.path = path;
    }

    /** The SQL of the statements of one change. */
    List<String> of(ChangelogNode change, SqlStatement[] statements) {
        List<String> texts = new ArrayList<>();
        for (SqlStatement statement : statements) {
            if (statement instanceof ExecutablePreparedStatement || statement instanceof RuntimeStatement) {
                throw ChangeCompiler.refused(path, change, "it is not SQL before it runs");
            }
            if (!SqlGeneratorFactory.getInstance().supports(statement, database)) {
                throw ChangeCompiler.refused(
                        path,
                        change,
                        "Liquibase does not know how "
                                + database.getShortName() + " does a part of it ("
                                + statement.getClass().getSimpleName() + ")");
            }
            if (statement instanceof DropPrimaryKeyStatement key
                    && key.getConstraintName() == null
                    && database instanceof PostgresDatabase) {
                throw ChangeCompiler.refused(
                        path,
                        change,
                        "without its constraintName the primary key has to be looked for in the database");
            }
            for (Sql sql : SqlGeneratorFactory.getInstance().generateSql(statement, database)) {
                if (sql.toSql().indexOf('\r') >= 0) {
                    throw ChangeCompiler.refused(path, change, "it has a carriage return, which a script loses");
                }
                texts.add(sql.toSql());
            }
        }
        return texts;
    }
}
