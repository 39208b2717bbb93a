package dev.switchback.tck.fake;

import dev.switchback.tck.DowngradeContract;
import dev.switchback.tck.H2Database;

final class FakeH2DowngradeContractTest extends DowngradeContract {
    FakeH2DowngradeContractTest() {
        super(new FakeEngineProvider(), new H2Database());
    }
}
