package dev.switchback.flyway;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.ResumeContract;

final class FlywayH2ResumeContractTest extends ResumeContract {
    FlywayH2ResumeContractTest() {
        super(new FlywayEngineProvider(), new H2Database());
    }
}
