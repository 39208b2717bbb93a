package dev.switchback.tck.fake;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.UpgradeContract;

final class FakeH2UpgradeContractTest extends UpgradeContract {
    FakeH2UpgradeContractTest() {
        super(new FakeEngineProvider(), new H2Database());
    }
}
