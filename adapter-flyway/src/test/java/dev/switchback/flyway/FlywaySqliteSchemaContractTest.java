package dev.switchback.flyway;

import dev.switchback.tck.SchemaContract;
import dev.switchback.tck.SqliteDatabase;

final class FlywaySqliteSchemaContractTest extends SchemaContract {
    FlywaySqliteSchemaContractTest() {
        super(new FlywayEngineProvider(), new SqliteDatabase());
    }
}
