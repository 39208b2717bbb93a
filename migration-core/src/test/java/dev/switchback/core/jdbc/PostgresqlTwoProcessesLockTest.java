package dev.switchback.core.jdbc;

import dev.switchback.tck.PostgresqlDatabase;

final class PostgresqlTwoProcessesLockTest extends OrphanContract {
    PostgresqlTwoProcessesLockTest() {
        super(new PostgresqlDatabase());
    }
}
