package dev.switchback.flyway;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.ResumeChoiceContract;

final class FlywayMariadbResumeChoiceContractTest extends ResumeChoiceContract {
    FlywayMariadbResumeChoiceContractTest() {
        super(new FlywayEngineProvider(), new MariadbDatabase());
    }
}
