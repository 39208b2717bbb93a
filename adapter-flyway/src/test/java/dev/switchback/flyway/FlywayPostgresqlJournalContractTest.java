package dev.switchback.flyway;

import dev.switchback.tck.JournalContract;
import dev.switchback.tck.PostgresqlDatabase;

final class FlywayPostgresqlJournalContractTest extends JournalContract {
    FlywayPostgresqlJournalContractTest() {
        super(new FlywayEngineProvider(), new PostgresqlDatabase());
    }
}
