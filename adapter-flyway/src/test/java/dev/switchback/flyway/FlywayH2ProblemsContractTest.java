package dev.switchback.flyway;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.ProblemsContract;

final class FlywayH2ProblemsContractTest extends ProblemsContract {
    FlywayH2ProblemsContractTest() {
        super(new FlywayEngineProvider(), new H2Database());
    }
}
