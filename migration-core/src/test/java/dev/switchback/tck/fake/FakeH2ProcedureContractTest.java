package dev.switchback.tck.fake;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.ProcedureContract;

final class FakeH2ProcedureContractTest extends ProcedureContract {
    FakeH2ProcedureContractTest() {
        super(new FakeEngineProvider(), new H2Database());
    }
}
