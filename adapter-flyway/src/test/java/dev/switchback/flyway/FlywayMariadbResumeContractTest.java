package dev.switchback.flyway;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.ResumeContract;

final class FlywayMariadbResumeContractTest extends ResumeContract {
    FlywayMariadbResumeContractTest() {
        super(new FlywayEngineProvider(), new MariadbDatabase());
    }
}
