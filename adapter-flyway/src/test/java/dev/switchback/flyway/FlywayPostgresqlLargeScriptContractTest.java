package dev.switchback.flyway;

import dev.switchback.tck.PostgresqlLargeScriptContract;

final class FlywayPostgresqlLargeScriptContractTest extends PostgresqlLargeScriptContract {
    FlywayPostgresqlLargeScriptContractTest() {
        super(new FlywayEngineProvider());
    }
}
