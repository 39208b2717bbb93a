package dev.switchback.tck.fake;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.MigrationRunnerContract;

final class FakeH2MigrationRunnerContractTest extends MigrationRunnerContract {
    FakeH2MigrationRunnerContractTest() {
        super(new FakeEngineProvider(), new H2Database());
    }
}
