package dev.switchback.flyway;

import dev.switchback.tck.ResumeChoiceContract;
import dev.switchback.tck.SqliteDatabase;

final class FlywaySqliteResumeChoiceContractTest extends ResumeChoiceContract {
    FlywaySqliteResumeChoiceContractTest() {
        super(new FlywayEngineProvider(), new SqliteDatabase());
    }
}
