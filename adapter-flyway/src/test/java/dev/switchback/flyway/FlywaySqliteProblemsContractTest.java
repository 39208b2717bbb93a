package dev.switchback.flyway;

import dev.switchback.tck.ProblemsContract;
import dev.switchback.tck.SqliteDatabase;

final class FlywaySqliteProblemsContractTest extends ProblemsContract {
    FlywaySqliteProblemsContractTest() {
        super(new FlywayEngineProvider(), new SqliteDatabase());
    }
}
