package dev.switchback.tck.fake;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.ProblemsContract;

final class FakeH2ProblemsContractTest extends ProblemsContract {
    FakeH2ProblemsContractTest() {
        super(new FakeEngineProvider(), new H2Database());
    }
}
