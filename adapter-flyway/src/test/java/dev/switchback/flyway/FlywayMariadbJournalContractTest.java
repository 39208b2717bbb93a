package dev.switchback.flyway;

import dev.switchback.tck.JournalContract;
import dev.switchback.tck.MariadbDatabase;

final class FlywayMariadbJournalContractTest extends JournalContract {
    FlywayMariadbJournalContractTest() {
        super(new FlywayEngineProvider(), new MariadbDatabase());
    }
}
