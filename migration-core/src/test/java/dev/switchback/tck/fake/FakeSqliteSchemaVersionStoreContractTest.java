package dev.switchback.tck.fake;

import dev.switchback.tck.SchemaVersionStoreContract;
import dev.switchback.tck.SqliteDatabase;

final class FakeSqliteSchemaVersionStoreContractTest extends SchemaVersionStoreContract {
    FakeSqliteSchemaVersionStoreContractTest() {
        super(new FakeEngineProvider(), new SqliteDatabase());
    }
}
