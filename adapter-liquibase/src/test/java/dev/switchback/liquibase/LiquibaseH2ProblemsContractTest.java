package dev.switchback.liquibase;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.ProblemsContract;

final class LiquibaseH2ProblemsContractTest extends ProblemsContract {
    LiquibaseH2ProblemsContractTest() {
        super(new LiquibaseEngineProvider(), new H2Database());
    }
}
