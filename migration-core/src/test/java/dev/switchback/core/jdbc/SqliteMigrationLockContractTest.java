package dev.switchback.core.jdbc;

import dev.switchback.tck.SqliteDatabase;

final class SqliteMigrationLockContractTest extends JdbcMigrationLockContract {
    SqliteMigrationLockContractTest() {
        super(new SqliteDatabase());
    }
}
