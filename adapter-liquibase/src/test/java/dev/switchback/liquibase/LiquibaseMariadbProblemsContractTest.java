package dev.switchback.liquibase;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.ProblemsContract;

final class LiquibaseMariadbProblemsContractTest extends ProblemsContract {
    LiquibaseMariadbProblemsContractTest() {
        super(new LiquibaseEngineProvider(), new MariadbDatabase());
    }
}
