package dev.switchback.tck.fake;

import dev.switchback.tck.FaultContract;
import dev.switchback.tck.H2Database;

final class FakeH2FaultContractTest extends FaultContract {
    FakeH2FaultContractTest() {
        super(new FakeEngineProvider(), new H2Database());
    }
}
