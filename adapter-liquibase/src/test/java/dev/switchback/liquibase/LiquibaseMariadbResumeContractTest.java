package dev.switchback.liquibase;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.ResumeContract;

final class LiquibaseMariadbResumeContractTest extends ResumeContract {
    LiquibaseMariadbResumeContractTest() {
        super(new LiquibaseEngineProvider(), new MariadbDatabase());
    }
}
