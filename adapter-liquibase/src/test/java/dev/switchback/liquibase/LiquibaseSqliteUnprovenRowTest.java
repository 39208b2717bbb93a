package dev.switchback.liquibase;

import dev.switchback.tck.SqliteDatabase;

final class LiquibaseSqliteUnprovenRowTest extends UnprovenRowContract {
    LiquibaseSqliteUnprovenRowTest() {
        super(new SqliteDatabase());
    }
}
