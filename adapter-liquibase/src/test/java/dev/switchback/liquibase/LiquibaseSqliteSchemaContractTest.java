package dev.switchback.liquibase;

import dev.switchback.tck.SchemaContract;
import dev.switchback.tck.SqliteDatabase;

final class LiquibaseSqliteSchemaContractTest extends SchemaContract {
    LiquibaseSqliteSchemaContractTest() {
        super(new LiquibaseEngineProvider(), new SqliteDatabase());
    }
}
