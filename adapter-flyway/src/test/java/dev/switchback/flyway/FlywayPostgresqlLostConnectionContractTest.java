package dev.switchback.flyway;

import dev.switchback.tck.LostConnectionContract;
import dev.switchback.tck.PostgresqlDatabase;

final class FlywayPostgresqlLostConnectionContractTest extends LostConnectionContract {
    FlywayPostgresqlLostConnectionContractTest() {
        super(new FlywayEngineProvider(), new PostgresqlDatabase());
    }
}
