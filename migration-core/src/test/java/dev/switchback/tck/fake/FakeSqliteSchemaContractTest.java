package dev.switchback.tck.fake;

import dev.switchback.tck.SchemaContract;
import dev.switchback.tck.SqliteDatabase;

final class FakeSqliteSchemaContractTest extends SchemaContract {
    FakeSqliteSchemaContractTest() {
        super(new FakeEngineProvider(), new SqliteDatabase());
    }
}
