package dev.switchback.core.jdbc;

import dev.switchback.tck.PostgresqlDatabase;

final class PostgresqlMigrationLockContractTest extends JdbcMigrationLockContract {
    PostgresqlMigrationLockContractTest() {
        super(new PostgresqlDatabase());
    }
}
