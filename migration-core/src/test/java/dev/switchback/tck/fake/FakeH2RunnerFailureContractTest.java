package dev.switchback.tck.fake;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.RunnerFailureContract;

final class FakeH2RunnerFailureContractTest extends RunnerFailureContract {
    FakeH2RunnerFailureContractTest() {
        super(new FakeEngineProvider(), new H2Database());
    }
}
