package dev.switchback.liquibase;

import dev.switchback.tck.SqliteDatabase;

final class SqliteNativeTest extends NativeContract {
    SqliteNativeTest() {
        super(new SqliteDatabase());
    }
}
