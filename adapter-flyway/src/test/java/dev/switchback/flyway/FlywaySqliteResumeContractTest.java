package dev.switchback.flyway;

import dev.switchback.tck.ResumeContract;
import dev.switchback.tck.SqliteDatabase;

final class FlywaySqliteResumeContractTest extends ResumeContract {
    FlywaySqliteResumeContractTest() {
        super(new FlywayEngineProvider(), new SqliteDatabase());
    }
}
