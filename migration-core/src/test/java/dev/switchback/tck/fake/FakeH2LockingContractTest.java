package dev.switchback.tck.fake;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.LockingContract;

final class FakeH2LockingContractTest extends LockingContract {
    FakeH2LockingContractTest() {
        super(new FakeEngineProvider(), new H2Database());
    }
}
