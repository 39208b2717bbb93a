package dev.switchback.tck.fake;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.SchemaContract;

final class FakeH2SchemaContractTest extends SchemaContract {
    FakeH2SchemaContractTest() {
        super(new FakeEngineProvider(), new H2Database());
    }
}
