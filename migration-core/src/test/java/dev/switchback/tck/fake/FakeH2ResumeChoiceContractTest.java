package dev.switchback.tck.fake;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.ResumeChoiceContract;

final class FakeH2ResumeChoiceContractTest extends ResumeChoiceContract {
    FakeH2ResumeChoiceContractTest() {
        super(new FakeEngineProvider(), new H2Database());
    }
}
