package dev.switchback.liquibase;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.JournalContract;

final class LiquibaseH2JournalContractTest extends JournalContract {
    LiquibaseH2JournalContractTest() {
        super(new LiquibaseEngineProvider(), new H2Database());
    }
}
