package dev.switchback.tck.fake;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.ScratchContract;

final class FakeMariadbScratchContractTest extends ScratchContract {
    FakeMariadbScratchContractTest() {
        super(new FakeEngineProvider(), new MariadbDatabase());
    }
}
