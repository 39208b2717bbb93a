package dev.switchback.liquibase;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.ResumeChoiceContract;

final class LiquibaseMariadbResumeChoiceContractTest extends ResumeChoiceContract {
    LiquibaseMariadbResumeChoiceContractTest() {
        super(new LiquibaseEngineProvider(), new MariadbDatabase());
    }
}
