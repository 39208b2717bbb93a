package dev.switchback.liquibase;

import dev.switchback.tck.PermissionContract;
import dev.switchback.tck.PostgresqlDatabase;

final class LiquibasePostgresqlPermissionContractTest extends PermissionContract {
    LiquibasePostgresqlPermissionContractTest() {
        super(new LiquibaseEngineProvider(), new PostgresqlDatabase());
    }
}
