package dev.switchback.flyway;

import dev.switchback.tck.MariadbJournalContract;

final class FlywayMariadbOnlyJournalContractTest extends MariadbJournalContract {
    FlywayMariadbOnlyJournalContractTest() {
        super(new FlywayEngineProvider());
    }
}
