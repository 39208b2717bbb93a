package dev.switchback.core.jdbc;

import dev.switchback.tck.H2Database;

final class H2MigrationLockContractTest extends JdbcMigrationLockContract {
    H2MigrationLockContractTest() {
        super(new H2Database());
    }
}
