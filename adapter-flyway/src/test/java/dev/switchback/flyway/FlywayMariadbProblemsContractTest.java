package dev.switchback.flyway;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.ProblemsContract;

final class FlywayMariadbProblemsContractTest extends ProblemsContract {
    FlywayMariadbProblemsContractTest() {
        super(new FlywayEngineProvider(), new MariadbDatabase());
    }
}
