package dev.switchback.flyway;

import dev.switchback.tck.PostgresqlDialectContract;

final class FlywayPostgresqlDialectContractTest extends PostgresqlDialectContract {
    FlywayPostgresqlDialectContractTest() {
        super(new FlywayEngineProvider());
    }
}
