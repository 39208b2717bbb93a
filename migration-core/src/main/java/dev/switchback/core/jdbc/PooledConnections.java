package dev.switchback.core.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.api.model.ServerAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A small pool of its own for a manager that lives as long as its application, so that a health check every second does
 * not open a connection every second. Empty while nobody asks.
 */
public final class PooledConnections implements ConnectionSource {

    /** One for the lock, one for the work, and two for readers beside them. */
    private static final int SIZE = 4;

    private static final Duration IDLE = Duration.ofSeconds(60);

    private final DatabaseUrl url;
    private final UrlConnections direct;
    private final Duration connectTimeout;
    private @Nullable HikariDataSource pool;
    private boolean closed;

    /**
     * Creates the source; connects to nothing.
     *
     * @param url the database, with absolute paths
     * @param connectTimeout how long to wait for a connection
     */
    public PooledConnections(DatabaseUrl url, Duration connectTimeout) {
        this.url = url;
        this.direct = new UrlConnections(url, connectTimeout);
        this.connectTimeout = connectTimeout;
    }

    @Override
    public DatabaseKind kind() {
        return url.kind();
    }

    @Override
    public String name() {
        return url.displayName();
    }

    @Override
    public Optional<ServerAddress> server() {
        return url.server();
    }

    @Override
    public String lockName() {
        return direct.lockName();
    }

    @Override
    public Optional<Path> file() {
        return url.file();
    }

    @Override
    public Connection open() throws SQLException {
        return pool().getConnection();
    }

    @Override
    public boolean create() throws SQLException {
        return direct.create();
    }

    private synchronized HikariDataSource pool() throws SQLException {
        if (closed) {
            throw new SQLException("this migration manager is closed", "08003");
        }
        HikariDataSource started = pool;
        if (started == null) {
            probe();
            started = new HikariDataSource(config());
            pool = started;
        }
        return started;
    }

    /** A wrong password or a damaged file is told at once; the pool would try again until its time is over. */
    private void probe() throws SQLException {
        try (Connection connection = direct.open();
                ResultSet tables = connection.getMetaData().getTables(null, null, "switchback_probe", null)) {
            // that the catalog answered is all that is asked
            tables.next();
        }
    }

    private HikariConfig config() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("switchback");
        config.setDataSource(new DirectDataSource(direct));
        config.setMaximumPoolSize(SIZE);
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE.toMillis());
        config.setConnectionTimeout(Math.max(250, connectTimeout.toMillis()));
        config.setInitializationFailTimeout(-1);
        return config;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (pool != null) {
            pool.close();
        }
        direct.close();
    }
}
