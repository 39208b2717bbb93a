package dev.switchback.liquibase;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.ResumeContract;

final class LiquibaseH2ResumeContractTest extends ResumeContract {
    LiquibaseH2ResumeContractTest() {
        super(new LiquibaseEngineProvider(), new H2Database());
    }
}
