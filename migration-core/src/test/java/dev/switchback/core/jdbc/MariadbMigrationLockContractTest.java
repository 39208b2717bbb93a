package dev.switchback.core.jdbc;

import dev.switchback.tck.MariadbDatabase;

final class MariadbMigrationLockContractTest extends JdbcMigrationLockContract {
    MariadbMigrationLockContractTest() {
        super(new MariadbDatabase());
    }
}
