package dev.switchback.liquibase;

import liquibase.change.ChangeMetaData;
import liquibase.change.DatabaseChange;
import liquibase.change.core.RawSQLChange;
import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.statement.SqlStatement;

/**
 * Liquibase's SQL change with statements that our splitter makes: neither Liquibase's splitter, which cuts inside dollar
 * quotes and trigger bodies, nor the driver's {@code nativeSQL}, which takes PostgreSQL's {@code ?} operators for
 * parameters. Liquibase is told the name of the file instead of its text, of which it would make a message for its log;
 * the checksum is written by the session. Not registered with Liquibase.
 */
@DatabaseChange(name = "sql", description = "Custom SQL", priority = ChangeMetaData.PRIORITY_DEFAULT)
final class PreSplitSql extends RawSQLChange {

    private final ScriptStatement script;

    PreSplitSql(ScriptStatement script) {
        super(script.toString());
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
