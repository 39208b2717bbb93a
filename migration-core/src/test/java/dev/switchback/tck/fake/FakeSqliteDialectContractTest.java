package dev.switchback.tck.fake;

import dev.switchback.tck.SqliteDialectContract;

final class FakeSqliteDialectContractTest extends SqliteDialectContract {
    FakeSqliteDialectContractTest() {
        super(new FakeEngineProvider());
    }
}
