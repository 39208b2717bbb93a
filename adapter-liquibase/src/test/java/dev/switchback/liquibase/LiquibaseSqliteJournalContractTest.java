package dev.switchback.liquibase;

import dev.switchback.tck.JournalContract;
import dev.switchback.tck.SqliteDatabase;

final class LiquibaseSqliteJournalContractTest extends JournalContract {
    LiquibaseSqliteJournalContractTest() {
        super(new LiquibaseEngineProvider(), new SqliteDatabase());
    }
}
