package dev.switchback.tck.fake;

import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.ScratchContract;

final class FakePostgresqlScratchContractTest extends ScratchContract {
    FakePostgresqlScratchContractTest() {
        super(new FakeEngineProvider(), new PostgresqlDatabase());
    }
}
