package dev.switchback.liquibase;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.core.domain.ddl.ReservedWords;
import java.util.Optional;
import liquibase.database.AbstractJdbcDatabase;
import liquibase.database.Database;
import liquibase.database.ObjectQuotingStrategy;
import liquibase.database.core.H2Database;
import liquibase.database.core.MariaDBDatabase;
import liquibase.database.core.MySQLDatabase;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.core.SQLiteDatabase;

/** Liquibase's view of a kind of database, for which it then writes the SQL of the newest version. */
final class UnconnectedDatabases {

    private UnconnectedDatabases() {}

    /**
     * A database without a connection.
     *
     * @param quoting how names are quoted; empty for Liquibase's own way
     */
    static Database of(DatabaseKind kind, Optional<String> quoting) {
        AbstractJdbcDatabase database = switch (kind) {
            case SQLITE -> new SQLiteDatabase();
            case H2 -> new H2Database();
            case POSTGRESQL -> new PostgresDatabase();
            case MARIADB -> new MariaDBDatabase();
            case MYSQL -> new MySQLDatabase();
        };
        // names without a schema are those of the schema that the run is in
        database.setOutputDefaultCatalog(false);
        database.setOutputDefaultSchema(false);
        // a connected one asks its driver for them, and puts them into quotes
        switch (kind) {
            case SQLITE -> database.addReservedWords(ReservedWords.SQLITE);
            case MARIADB, MYSQL -> database.addReservedWords(ReservedWords.MARIADB);
            case H2, POSTGRESQL -> {
                // Liquibase has those of its own
            }
        }
        quoting.map(ObjectQuotingStrategy::valueOf).ifPresent(database::setObjectQuotingStrategy);
        return database;
    }
}
