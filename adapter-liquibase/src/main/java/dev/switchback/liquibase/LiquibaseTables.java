package dev.switchback.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.exception.DatabaseException;
import liquibase.statement.core.CreateDatabaseChangeLogTableStatement;

/** Opens Liquibase's view of a database, and lets it create its history table. Never its lock table. */
final class LiquibaseTables {

    private LiquibaseTables() {}

    /** Liquibase's view of the database behind a connection; to be called, and given up, in a quiet scope. */
    static Database open(Connection connection, HistoryTable table) throws DatabaseException {
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new BorrowedConnection(connection));
        // so that LIQUIBASE_… variables of the environment and upper or lower case make no difference
        database.setDatabaseChangeLogTableName(table.name());
        database.setLiquibaseCatalogName(database.getDefaultCatalogName());
        database.setLiquibaseSchemaName(database.getDefaultSchemaName());
        database.setOutputDefaultCatalog(false);
        database.setOutputDefaultSchema(false);
        return database;
    }

    /** Creates the history table as Liquibase does. */
    static void create(Connection connection, HistoryTable table) throws SQLException {
        Optional<String> before = table.schema().isPresent() ? current(connection, table) : Optional.empty();
        try {
            enter(connection, table, table.schema());
            LiquibaseScopes.quietly(() -> {
                Database database = open(connection, table);
                try {
                    LiquibaseScopes.executor(database).execute(new CreateDatabaseChangeLogTableStatement());
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
