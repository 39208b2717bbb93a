package dev.switchback.liquibase;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.ResumeChoiceContract;

final class LiquibaseH2ResumeChoiceContractTest extends ResumeChoiceContract {
    LiquibaseH2ResumeChoiceContractTest() {
        super(new LiquibaseEngineProvider(), new H2Database());
    }
}
