package dev.switchback.tck.fake;

import dev.switchback.tck.H2DialectContract;

final class FakeH2DialectContractTest extends H2DialectContract {
    FakeH2DialectContractTest() {
        super(new FakeEngineProvider());
    }
}
