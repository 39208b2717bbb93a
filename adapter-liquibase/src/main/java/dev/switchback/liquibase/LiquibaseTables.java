package dev.switchback.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.exception.DatabaseException;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.CreateDatabaseChangeLogLockTableStatement;
import liquibase.statement.core.CreateDatabaseChangeLogTableStatement;
import liquibase.statement.core.InitializeDatabaseChangeLogLockTableStatement;

/** Opens Liquibase's view of a database, and lets it create its tables. */
final class LiquibaseTables {

    private LiquibaseTables() {}

    /** Liquibase's view of the database behind a connection; to be called, and given up, in a quiet scope. */
    static Database open(Connection connection, HistoryTable table) throws DatabaseException {
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new BorrowedConnection(connection));
        // so that LIQUIBASE_… variables of the environment and upper or lower case make no difference
        database.setDatabaseChangeLogTableName(table.name());
        database.setDatabaseChangeLogLockTableName(LiquibaseEngineLock.TABLE);
        database.setLiquibaseCatalogName(database.getDefaultCatalogName());
        database.setLiquibaseSchemaName(database.getDefaultSchemaName());
        database.setOutputDefaultCatalog(false);
        database.setOutputDefaultSchema(false);
        return database;
    }

    /** Creates the history table as Liquibase does. */
    static void create(Connection connection, HistoryTable table) throws SQLException {
        execute(connection, table, new CreateDatabaseChangeLogTableStatement());
    }

    /** Creates the lock table as Liquibase does, with its one row. */
    static void createLock(Connection connection, HistoryTable table) throws SQLException {
        execute(
                connection,
                table,
                new CreateDatabaseChangeLogLockTableStatement(),
                new InitializeDatabaseChangeLogLockTableStatement());
    }

    private static void execute(Connection connection, HistoryTable table, SqlStatement... statements)
            throws SQLException {
        Optional<String> before = table.schema().isPresent() ? current(connection, table) : Optional.empty();
        try {
            enter(connection, table, table.schema());
            LiquibaseScopes.quietly(() -> {
                Database database = open(connection, table);
                try {
                    for (SqlStatement statement : statements) {
                        LiquibaseScopes.executor(database).execute(statement);
                    }
                    return database;
                } finally {
                    LiquibaseScopes.forget(database);
                }
            });
        } catch (Exception e) {
            throw LiquibaseErrors.sql(e);
        } finally {
            enter(connection, table, before);
        }
    }

    private static Optional<String> current(Connection connection, HistoryTable table) throws SQLException {
        return Optional.ofNullable(table.databasesAreCatalogs() ? connection.getCatalog() : connection.getSchema());
    }

    private static void enter(Connection connection, HistoryTable table, Optional<String> schema) throws SQLException {
        if (schema.isEmpty()) {
            return;
        }
        if (table.databasesAreCatalogs()) {
            connection.setCatalog(schema.get());
        } else {
            connection.setSchema(schema.get());
        }
    }
}
