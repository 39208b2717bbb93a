package dev.switchback.core.jdbc;

import dev.switchback.core.port.MigrationLock;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.MigrationLockContract;
import dev.switchback.tck.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** The contract of the lock with our own locks. */
abstract class JdbcMigrationLockContract extends MigrationLockContract {

    JdbcMigrationLockContract(TestDatabase product) {
        super(product);
    }

    @Override
    protected final MigrationLock lock(FreshDatabase database) throws SQLException {
        return TestLocks.of(database.url());
    }

    @Override
    protected final MigrationLock lock(DataSource connections) throws SQLException {
        DataSourceConnections source = new DataSourceConnections(connections, Duration.ofSeconds(5));
        source.kind();
        return TestLocks.of(source);
    }
}
