package dev.switchback.core.jdbc;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.api.error.ConfigurationException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The caller's own connections, used as they are. The source is never closed. */
public final class DataSourceConnections implements ConnectionSource {

    private final DataSource dataSource;
    private final Duration connectTimeout;
    private volatile @Nullable Identity identity;

    /**
     * Creates the source; connects to nothing.
     *
     * @param dataSource the caller's connections
     * @param connectTimeout how long to wait for one
     */
    public DataSourceConnections(DataSource dataSource, Duration connectTimeout) {
        this.dataSource = dataSource;
        this.connectTimeout = connectTimeout;
    }

    @Override
    public DatabaseKind kind() throws SQLException {
        return identity().kind;
    }

    @Override
    public String name() {
        Identity known = identity;
        return known == null ? "the application's DataSource" : known.name;
    }

    @Override
    public String lockName() {
        Identity known = identity;
        return known == null ? "" : known.lockName;
    }

    @Override
    public Optional<Path> file() {
        Identity known = identity;
        return known == null ? Optional.empty() : known.file;
    }

    @Override
    public boolean exists() {
        // the caller's source decides whether opening creates anything
        return true;
    }

    @Override
    public Connection open() throws SQLException {
        Connection connection = BoundedOpening.open(dataSource, connectTimeout);
        try {
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
            }
        } catch (SQLException | RuntimeException | Error e) {
            new Lease(connection).close();
            throw e;
        }
        return connection;
    }

    @Override
    public boolean create() {
        throw new ConfigurationException(
                "startup.create-database",
                "the database of an application's DataSource is the application's to create",
                "leave the setting out, or give the database by its url");
    }

    @Override
    public boolean isOwn() {
        return false;
    }

    private Identity identity() throws SQLException {
        Identity known = identity;
        if (known == null) {
            try (Connection connection = open()) {
                known = Identity.of(connection.getMetaData());
            }
            identity = known;
        }
        return known;
    }

    @Override
    public void close() {
        // not ours
    }

    /** What the database says of itself. */
    private record Identity(DatabaseKind kind, String name, String lockName, Optional<Path> file) {

        static Identity of(DatabaseMetaData meta) throws SQLException {
            String product = meta.getDatabaseProductName();
            String url = Optional.ofNullable(meta.getURL()).orElse("");
            DatabaseKind kind = switch (product.toLowerCase(Locale.ROOT)) {
                case "sqlite" -> DatabaseKind.SQLITE;
                case "h2" -> DatabaseKind.H2;
                case "postgresql" -> DatabaseKind.POSTGRESQL;
                case "mariadb" -> DatabaseKind.MARIADB;
                case "mysql" -> DatabaseKind.MYSQL;
                default -> throw new SQLFeatureNotSupportedException("Switchback does not support " + product, "0A000");
            };
            Identity unnamed = new Identity(kind, kind.displayName() + " of the application", url, Optional.empty());
            Optional<DatabaseUrl> parsed = parse(url);
            return parsed.isPresent() ? unnamed.at(parsed.get()) : unnamed;
        }

        private Identity at(DatabaseUrl url) {
            String lock = UrlConnections.lockName(url);
            if (url.file().isEmpty()) {
                return new Identity(kind, name, lock, Optional.empty());
            }
            Path path = url.file().get().toAbsolutePath();
            return new Identity(kind, path.toString(), lock, Optional.of(path));
        }

        /** Empty for a URL that is not one of ours, for example that of a wrapping driver. */
        private static Optional<DatabaseUrl> parse(String url) {
            try {
                return Optional.of(
                        DatabaseUrl.parse(url).resolveAgainst(Path.of("").toAbsolutePath()));
            } catch (ConfigurationException e) {
                return Optional.empty();
            }
        }
    }
}
