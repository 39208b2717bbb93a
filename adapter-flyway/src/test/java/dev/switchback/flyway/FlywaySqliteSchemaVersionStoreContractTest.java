package dev.switchback.flyway;

import dev.switchback.tck.SchemaVersionStoreContract;
import dev.switchback.tck.SqliteDatabase;

final class FlywaySqliteSchemaVersionStoreContractTest extends SchemaVersionStoreContract {
    FlywaySqliteSchemaVersionStoreContractTest() {
        super(new FlywayEngineProvider(), new SqliteDatabase());
    }
}
