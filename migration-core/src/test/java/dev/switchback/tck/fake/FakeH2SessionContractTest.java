package dev.switchback.tck.fake;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.SessionContract;

final class FakeH2SessionContractTest extends SessionContract {
    FakeH2SessionContractTest() {
        super(new FakeEngineProvider(), new H2Database());
    }
}
