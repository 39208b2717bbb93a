package dev.switchback.tck.fake;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.ResumeContract;

final class FakeH2ResumeContractTest extends ResumeContract {
    FakeH2ResumeContractTest() {
        super(new FakeEngineProvider(), new H2Database());
    }
}
