package dev.switchback.tck.fake;

import dev.switchback.tck.FailureContract;
import dev.switchback.tck.H2Database;

final class FakeH2FailureContractTest extends FailureContract {
    FakeH2FailureContractTest() {
        super(new FakeEngineProvider(), new H2Database());
    }
}
