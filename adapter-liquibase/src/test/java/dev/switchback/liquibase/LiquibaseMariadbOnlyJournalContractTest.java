package dev.switchback.liquibase;

import dev.switchback.tck.MariadbJournalContract;

final class LiquibaseMariadbOnlyJournalContractTest extends MariadbJournalContract {
    LiquibaseMariadbOnlyJournalContractTest() {
        super(new LiquibaseEngineProvider());
    }
}
