package dev.switchback.liquibase;

import dev.switchback.tck.JournalContract;
import dev.switchback.tck.MariadbDatabase;

final class LiquibaseMariadbJournalContractTest extends JournalContract {
    LiquibaseMariadbJournalContractTest() {
        super(new LiquibaseEngineProvider(), new MariadbDatabase());
    }
}
