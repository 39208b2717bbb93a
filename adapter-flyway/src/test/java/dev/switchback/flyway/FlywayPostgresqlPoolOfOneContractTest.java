package dev.switchback.flyway;

import dev.switchback.tck.PoolOfOneContract;
import dev.switchback.tck.PostgresqlDatabase;

final class FlywayPostgresqlPoolOfOneContractTest extends PoolOfOneContract {
    FlywayPostgresqlPoolOfOneContractTest() {
        super(new FlywayEngineProvider(), new PostgresqlDatabase());
    }
}
