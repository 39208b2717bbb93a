package dev.switchback.tck.fake;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.LockTypeContract;

final class FakeH2LockTypeContractTest extends LockTypeContract {
    FakeH2LockTypeContractTest() {
        super(new FakeEngineProvider(), new H2Database());
    }
}
