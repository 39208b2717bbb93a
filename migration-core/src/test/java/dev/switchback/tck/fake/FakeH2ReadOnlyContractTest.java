package dev.switchback.tck.fake;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.ReadOnlyContract;

final class FakeH2ReadOnlyContractTest extends ReadOnlyContract {
    FakeH2ReadOnlyContractTest() {
        super(new FakeEngineProvider(), new H2Database());
    }
}
