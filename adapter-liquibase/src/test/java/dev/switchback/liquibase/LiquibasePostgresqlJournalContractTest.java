package dev.switchback.liquibase;

import dev.switchback.tck.JournalContract;
import dev.switchback.tck.PostgresqlDatabase;

final class LiquibasePostgresqlJournalContractTest extends JournalContract {
    LiquibasePostgresqlJournalContractTest() {
        super(new LiquibaseEngineProvider(), new PostgresqlDatabase());
    }
}
