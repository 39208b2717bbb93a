package dev.switchback.tck.fake;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.IsolationContract;

final class FakeH2IsolationContractTest extends IsolationContract {
    FakeH2IsolationContractTest() {
        super(new FakeEngineProvider(), new H2Database());
    }
}
