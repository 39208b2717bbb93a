package dev.switchback.core.jdbc;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.model.ServerAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Connections straight from the driver, one for each {@link #open()}. User and password go to the driver as properties,
 * never inside a URL, because drivers put their URL into error messages. The only class that uses {@link DriverManager}.
 */
public final class UrlConnections implements ConnectionSource {

    /** A writer of the application may hold a SQLite file for a moment; this is how long a statement waits for it. */
    private static final Duration SQLITE_BUSY = Duration.ofSeconds(60);

    private static final int REOPEN_MILLIS = 30;

    private final DatabaseUrl url;
    private final Duration connectTimeout;
    private final boolean migrates;
    /** Keeps a database in memory alive between commands. */
    private @Nullable Connection anchor;

    /**
     * Creates the source; connects to nothing.
     *
     * @param url the database, with absolute paths
     * @param connectTimeout how long a driver may take to connect, where the driver knows such a limit, and how long to
     *     wait for a file that only one process may open
     */
    public UrlConnections(DatabaseUrl url, Duration connectTimeout) {
        this(url, connectTimeout, true);
    }

    private UrlConnections(DatabaseUrl url, Duration connectTimeout, boolean migrates) {
        this.url = url;
        this.connectTimeout = connectTimeout;
        this.migrates = migrates;
    }

    /** For the application itself: with what the URL says, and nothing that only migrations need. */
    static UrlConnections ofApplication(DatabaseUrl url, Duration connectTimeout) {
        return new UrlConnections(url, connectTimeout, false);
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
        return lockName(url);
    }

    /** The same for every way to open a database: without its parameters, and for memory with the process it is in. */
    static String lockName(DatabaseUrl url) {
        String address = url.jdbcUrl().split("[;?]", 2)[0];
        return url.isInMemory() ? ProcessHandle.current().pid() + " " + address : address;
    }

    @Override
    public Optional<Path> file() {
        return url.file();
    }

    @Override
    public Connection open() throws SQLException {
        return url.isInMemory() ? openInMemory() : connect(connectTimeout);
    }

    @Override
    public Connection openUnlessTaken() throws SQLException {
        return url.isInMemory() ? openInMemory() : connect(Duration.ZERO);
    }

    private synchronized Connection openInMemory() throws SQLException {
        Connection kept = anchor;
        if (kept == null || kept.isClosed()) {
            kept = connect(connectTimeout);
            anchor = kept;
        }
        // every connection to SQLite's memory is a database of its own, so there the one is shared
        return url.kind() == DatabaseKind.SQLITE ? UnclosedConnection.of(kept) : connect(connectTimeout);
    }

    @Override
    public boolean create() throws SQLException {
        Optional<Path> file = url.file();
        if (file.isPresent()) {
            if (Files.exists(file.get())) {
                return false;
            }
            if (url.kind() == DatabaseKind.SQLITE) {
                return MissingDatabase.createFile(file.get());
            }
            open().close();
            return true;
        }
        try {
            open().close();
            return false;
        } catch (SQLException e) {
            if (!MissingDatabase.canCreate(url, e)) {
                throw e;
            }
            return new MissingDatabase(url).createOnServer(other -> connect(other, connectTimeout));
        }
    }

    private Connection connect(Duration patience) throws SQLException {
        return connect(url.jdbcUrl(), patience);
    }

    private Connection connect(String jdbcUrl, Duration patience) throws SQLException {
        Optional<Driver> usual = UsualDriver.of(url.kind(), jdbcUrl);
        Driver driver = usual.isPresent() ? usual.get() : registered(jdbcUrl);
        Connection connection = connect(driver, jdbcUrl, patience);
        if (connection == null) {
            throw new SQLException("the driver for " + url.kind().displayName() + " does not accept this URL", "08001");
        }
        return connection;
    }

    private Driver registered(String jdbcUrl) {
        try {
            return DriverManager.getDriver(jdbcUrl);
        } catch (SQLException e) {
            throw new ConfigurationException(
                    "url",
                    "no JDBC driver for " + url.kind().displayName() + " is on the class path",
                    "add " + url.kind().driverArtifact());
        }
    }

    /** H2 lets one process open a file: whoever comes later waits for his turn, as he would for a server. */
    private @Nullable Connection connect(Driver driver, String jdbcUrl, Duration patience) throws SQLException {
        long start = System.nanoTime();
        while (true) {
            try {
                return driver.connect(jdbcUrl, properties());
            } catch (RuntimeException e) {
                throw new SQLException("the driver failed: " + e, e);
            } catch (SQLException e) {
                if (!DatabaseErrors.openElsewhere(e) || System.nanoTime() - start >= patience.toNanos()) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    private static void pause(SQLException reason) throws SQLException {
        try {
            Thread.sleep(REOPEN_MILLIS + ThreadLocalRandom.current().nextInt(REOPEN_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw reason;
        }
    }

    /** What the driver is told beside the URL. */
    Properties properties() {
        Properties properties = new Properties();
        if (migrates) {
            migrating(properties);
        }
        properties.putAll(url.properties());
        if (url.user().isPresent()) {
            properties.setProperty("user", url.user().get());
        }
        if (url.password().isPresent()) {
            properties.setProperty("password", url.password().get().reveal());
        }
        return properties;
    }

    private void migrating(Properties properties) {
        switch (url.kind()) {
            case SQLITE -> {
                // take the write lock at the beginning of a transaction: a reader that becomes a writer fails at once
                properties.setProperty("transaction_mode", "IMMEDIATE");
                properties.setProperty("busy_timeout", Long.toString(SQLITE_BUSY.toMillis()));
                // SQLite's own limit; the driver sets it to a million, which the dump of a photo has
                properties.setProperty("limit_sql_length", "1000000000");
            }
            case POSTGRESQL -> {
                String seconds = Long.toString(Math.max(1, connectTimeout.toSeconds()));
                properties.setProperty("connectTimeout", seconds);
                // a pooler accepts a connection at once, and answers when it has one to the server
                properties.setProperty("loginTimeout", seconds);
                properties.setProperty("ApplicationName", "switchback");
                // as often as the operating system says: the server asks every half a minute, and is answered
                properties.setProperty("tcpKeepAlive", "true");
                // a statement that the server remembers by name belongs to one session; a pooler gives it to another
                properties.setProperty("prepareThreshold", "0");
            }
            case MARIADB, MYSQL -> {
                properties.setProperty("connectTimeout", Long.toString(connectTimeout.toMillis()));
                if (KeepAlive.isSupported()) {
                    properties.setProperty("tcpKeepIdle", KeepAlive.IDLE);
                    properties.setProperty("tcpKeepInterval", KeepAlive.INTERVAL);
                    properties.setProperty("tcpKeepCount", KeepAlive.COUNT);
                }
            }
            case H2 -> {}
        }
    }

    @Override
    public synchronized void close() {
        Connection kept = anchor;
        anchor = null;
        if (kept != null) {
            try {
                kept.close();
            } catch (SQLException e) {
                // nothing depends on it any more
            }
        }
    }
}
