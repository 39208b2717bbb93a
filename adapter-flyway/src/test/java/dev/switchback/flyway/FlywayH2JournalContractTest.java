package dev.switchback.flyway;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.JournalContract;

final class FlywayH2JournalContractTest extends JournalContract {
    FlywayH2JournalContractTest() {
        super(new FlywayEngineProvider(), new H2Database());
    }
}
