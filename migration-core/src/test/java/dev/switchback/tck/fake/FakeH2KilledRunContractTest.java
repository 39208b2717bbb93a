package dev.switchback.tck.fake;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.KilledRunContract;

final class FakeH2KilledRunContractTest extends KilledRunContract {
    FakeH2KilledRunContractTest() {
        super(new FakeEngineProvider(), new H2Database());
    }
}
