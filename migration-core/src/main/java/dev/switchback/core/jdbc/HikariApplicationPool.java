package dev.switchback.core.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.switchback.api.ApplicationPool;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.api.config.Settings;
import dev.switchback.api.error.ConfigurationException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The pool of an application: HikariCP over the driver, with the credentials where no log shows them. */
public final class HikariApplicationPool implements ApplicationPool {

    private final HikariDataSource pool;

    private HikariApplicationPool(HikariDataSource pool) {
        this.pool = pool;
    }

    /**
     * Opens the pool; connects when the first connection is asked for.
     *
     * @param settings where the database is, and how large the pool may be
     * @return the pool
     * @throws ConfigurationException if the database is in memory
     */
    public static HikariApplicationPool open(Settings settings) {
        DatabaseUrl url = settings.applicationDatabase();
        if (url.isInMemory()) {
            throw new ConfigurationException(
                    "url",
                    "a database in memory belongs to the connections that opened it",
                    "name a file or a server, or give Switchback a DataSource of your own");
        }
        Duration timeout = settings.get(ConfigKey.CONNECT_TIMEOUT);
        HikariConfig config = new HikariConfig();
        config.setPoolName("application");
        config.setDataSource(new DirectDataSource(UrlConnections.ofApplication(url, timeout)));
        config.setMaximumPoolSize(settings.get(ConfigKey.POOL_SIZE));
        config.setMinimumIdle(0);
        config.setConnectionTimeout(Math.max(250, timeout.toMillis()));
        // an application that starts without its database gets it when it is back
        config.setInitializationFailTimeout(-1);
        return new HikariApplicationPool(new HikariDataSource(config));
    }

    @Override
    public Connection getConnection() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("there is one user only");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return pool.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(pool) ? type.cast(pool) : pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(pool) || pool.isWrapperFor(type);
    }

    @Override
    public void close() {
        pool.close();
    }

    @Override
    public String toString() {
        return "pool of " + pool.getDataSource();
    }
}
