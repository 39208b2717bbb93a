package dev.switchback.liquibase;

import dev.switchback.tck.SchemaVersionStoreContract;
import dev.switchback.tck.SqliteDatabase;

final class LiquibaseSqliteSchemaVersionStoreContractTest extends SchemaVersionStoreContract {
    LiquibaseSqliteSchemaVersionStoreContractTest() {
        super(new LiquibaseEngineProvider(), new SqliteDatabase());
    }
}
