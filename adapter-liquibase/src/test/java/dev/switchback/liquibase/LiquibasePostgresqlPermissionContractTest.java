package dev.switchback.liquibase;

import dev.switchback.tck.PostgresqlPermissionContract;

final class LiquibasePostgresqlPermissionContractTest extends PostgresqlPermissionContract {
    LiquibasePostgresqlPermissionContractTest() {
        super(new LiquibaseEngineProvider());
    }
}
