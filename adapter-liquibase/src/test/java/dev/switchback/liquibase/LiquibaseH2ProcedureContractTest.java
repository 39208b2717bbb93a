package dev.switchback.liquibase;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.ProcedureContract;

final class LiquibaseH2ProcedureContractTest extends ProcedureContract {
    LiquibaseH2ProcedureContractTest() {
        super(new LiquibaseEngineProvider(), new H2Database());
    }
}
