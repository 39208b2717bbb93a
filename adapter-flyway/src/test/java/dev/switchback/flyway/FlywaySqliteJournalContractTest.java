package dev.switchback.flyway;

import dev.switchback.tck.JournalContract;
import dev.switchback.tck.SqliteDatabase;

final class FlywaySqliteJournalContractTest extends JournalContract {
    FlywaySqliteJournalContractTest() {
        super(new FlywayEngineProvider(), new SqliteDatabase());
    }
}
