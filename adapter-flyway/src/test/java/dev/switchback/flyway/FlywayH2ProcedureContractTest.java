package dev.switchback.flyway;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.ProcedureContract;

final class FlywayH2ProcedureContractTest extends ProcedureContract {
    FlywayH2ProcedureContractTest() {
        super(new FlywayEngineProvider(), new H2Database());
    }
}
