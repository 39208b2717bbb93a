package dev.switchback.liquibase;

import dev.switchback.tck.PostgresqlDatabase;

final class LiquibasePostgresqlLockTableTest extends LockTableContract {
    LiquibasePostgresqlLockTableTest() {
        super(new PostgresqlDatabase());
    }
}
