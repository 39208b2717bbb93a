package dev.switchback.liquibase;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.ProcedureContract;

final class LiquibaseMariadbProcedureContractTest extends ProcedureContract {
    LiquibaseMariadbProcedureContractTest() {
        super(new LiquibaseEngineProvider(), new MariadbDatabase());
    }
}
