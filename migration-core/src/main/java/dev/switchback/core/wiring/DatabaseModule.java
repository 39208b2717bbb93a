package dev.switchback.core.wiring;

import dagger.Lazy;
import dagger.Module;
import dagger.Provides;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.api.config.Settings;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.api.spi.OpenRequest;
import dev.switchback.core.domain.HistoryLocation;
import dev.switchback.core.jdbc.ConnectionSource;
import dev.switchback.core.jdbc.DataSourceConnections;
import dev.switchback.core.jdbc.DatabaseErrors;
import dev.switchback.core.jdbc.JdbcDatabase;
import dev.switchback.core.jdbc.JdbcJournal;
import dev.switchback.core.jdbc.PooledConnections;
import dev.switchback.core.jdbc.SessionSettings;
import dev.switchback.core.jdbc.UrlConnections;
import dev.switchback.core.jdbc.WaitingConnections;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.Engine;
import dev.switchback.core.port.Journal;
import dev.switchback.core.port.Redaction;
import dev.switchback.core.redaction.SecretRedaction;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The database. */
@Module
final class DatabaseModule {
    private DatabaseModule() {}

    /** The caller's connections, or our own; the URL is not even looked at when the caller brings a source. */
    @Provides
    @Singleton
    static ConnectionSource connections(
            OpenRequest request, Settings settings, Lazy<DatabaseUrl> url, MigrationListener listener) {
        return new WaitingConnections(source(request, settings, url), settings.get(ConfigKey.CONNECT_WAIT), listener);
    }

    private static ConnectionSource source(OpenRequest request, Settings settings, Lazy<DatabaseUrl> url) {
        Duration timeout = settings.get(ConfigKey.CONNECT_TIMEOUT);
        if (request.dataSource().isPresent()) {
            return new DataSourceConnections(request.dataSource().get(), timeout);
        }
        boolean pooled = settings.get(ConfigKey.POOL) && !isExclusive(url.get());
        return pooled ? new PooledConnections(url.get(), timeout) : new UrlConnections(url.get(), timeout);
    }

    /** An idle connection to a file of H2 keeps every other process out; memory lives as long as its connection. */
    private static boolean isExclusive(DatabaseUrl url) {
        return url.isInMemory() || (url.kind() == DatabaseKind.H2 && url.file().isPresent());
    }

    @Provides
    @Singleton
    static Redaction redaction(OpenRequest request, Settings settings) {
        SecretRedaction redaction = SecretRedaction.of(settings.secrets(), settings.placeholders());
        return request.dataSource().isPresent() ? redaction.ofUnknown() : redaction;
    }

    @Provides
    @Singleton
    static Database database(
            ConnectionSource connections, Redaction redaction, Settings settings, Lazy<Engine> engine) {
        SessionSettings sessions = new SessionSettings(
                settings.get(ConfigKey.SCHEMA),
                settings.get(ConfigKey.ROLE),
                settings.get(ConfigKey.DDL_LOCK_TIMEOUT),
                settings.get(ConfigKey.STATEMENT_TIMEOUT),
                settings.get(ConfigKey.CONNECT_TIMEOUT));
        return new JdbcDatabase(
                connections,
                new DatabaseErrors(redaction),
                sessions,
                settings.get(ConfigKey.LOCK_TYPE),
                new LateHistoryTable(engine),
                settings.get(ConfigKey.CONNECT_TIMEOUT));
    }

    @Provides
    @Singleton
    static Journal journal(OpenRequest request, Database database, HistoryLocation history) {
        return new JdbcJournal(request.clock(), database, history);
    }
}
