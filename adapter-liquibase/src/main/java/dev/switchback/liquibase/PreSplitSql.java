package dev.switchback.liquibase;

import liquibase.change.ChangeMetaData;
import liquibase.change.DatabaseChange;
import liquibase.change.core.RawSQLChange;
import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.statement.SqlStatement;

/**
 * Liquibase's SQL change with statements that our splitter makes: the same text and so the same checksum, but neither
 * Liquibase's splitter, which cuts inside dollar quotes and trigger bodies, nor the driver's {@code nativeSQL}, which
 * takes PostgreSQL's {@code ?} operators for parameters. Not registered with Liquibase.
 */
@DatabaseChange(name = "sql", description = "Custom SQL", priority = ChangeMetaData.PRIORITY_DEFAULT)
final class PreSplitSql extends RawSQLChange {

    private final ScriptStatement script;

    PreSplitSql(String sql, ScriptStatement script) {
        super(sql);
        this.script = script;
    }

    @Override
    public SqlStatement[] generateStatements(Database database) {
        return new SqlStatement[] {script};
    }

    @Override
    public ValidationErrors validate(Database database) {
        // a script without statements is allowed
        return new ValidationErrors();
    }
}
