package dev.switchback.flyway;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.ProcedureContract;

final class FlywayMariadbProcedureContractTest extends ProcedureContract {
    FlywayMariadbProcedureContractTest() {
        super(new FlywayEngineProvider(), new MariadbDatabase());
    }
}
