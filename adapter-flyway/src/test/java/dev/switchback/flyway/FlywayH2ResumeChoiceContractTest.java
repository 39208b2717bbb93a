package dev.switchback.flyway;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.ResumeChoiceContract;

final class FlywayH2ResumeChoiceContractTest extends ResumeChoiceContract {
    FlywayH2ResumeChoiceContractTest() {
        super(new FlywayEngineProvider(), new H2Database());
    }
}
