package dev.switchback.core.jdbc;

import dev.switchback.tck.SqliteDatabase;

final class SqliteTwoProcessesLockTest extends TwoProcessesLockContract {
    SqliteTwoProcessesLockTest() {
        super(new SqliteDatabase());
    }
}
