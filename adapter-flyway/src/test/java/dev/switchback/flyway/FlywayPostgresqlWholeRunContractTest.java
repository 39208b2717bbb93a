package dev.switchback.flyway;

import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.WholeRunContract;

final class FlywayPostgresqlWholeRunContractTest extends WholeRunContract {
    FlywayPostgresqlWholeRunContractTest() {
        super(new FlywayEngineProvider(), new PostgresqlDatabase());
    }
}
