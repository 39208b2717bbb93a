package dev.switchback.tck.fake;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.SchemaVersionStoreContract;

final class FakeH2SchemaVersionStoreContractTest extends SchemaVersionStoreContract {
    FakeH2SchemaVersionStoreContractTest() {
        super(new FakeEngineProvider(), new H2Database());
    }
}
