package dev.switchback.liquibase;

import java.sql.SQLException;
import liquibase.exception.LiquibaseException;
import liquibase.exception.UnexpectedLiquibaseException;

/** Takes Liquibase's wrapping off errors; nobody outside sees a type of Liquibase, and no message is ever parsed. */
final class LiquibaseErrors {

    private LiquibaseErrors() {}

    /**
     * The error of the database, or one that stands for Liquibase's own without its types.
     *
     * @throws Error if Liquibase has wrapped one
     */
    static SQLException sql(Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Error error) {
                throw error;
            }
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return new SQLException("Liquibase: " + thrown.getMessage());
    }

    /** The error itself unless it is of a type of Liquibase. */
    static Throwable clean(Throwable thrown) {
        boolean foreign = thrown instanceof LiquibaseException || thrown instanceof UnexpectedLiquibaseException;
        return foreign ? sql((Exception) thrown) : thrown;
    }
}
