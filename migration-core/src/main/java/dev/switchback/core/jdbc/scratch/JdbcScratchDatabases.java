package dev.switchback.core.jdbc.scratch;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.Redaction;
import dev.switchback.core.port.ScratchDatabase;
import dev.switchback.core.port.ScratchDatabases;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Scratch databases in a temporary file, in memory, or on a server. */
public final class JdbcScratchDatabases implements ScratchDatabases {

    private final Database live;
    private final Optional<DatabaseUrl> own;
    private final Optional<DatabaseUrl> scratchUrl;
    private final Redaction redaction;
    private final Clock clock;
    private final Duration timeout;

    /**
     * Creates it; connects to nothing.
     *
     * @param live the database of the migrations
     * @param own its address; empty if the connections are a caller's, who keeps it to himself
     * @param scratchUrl the server to make them on instead, if one was named
     * @param redaction keeps secrets out of errors
     * @param clock tells when a scratch database was made
     * @param timeout how long to wait for a connection
     */
    public JdbcScratchDatabases(
            Database live,
            Optional<DatabaseUrl> own,
            Optional<DatabaseUrl> scratchUrl,
            Redaction redaction,
            Clock clock,
            Duration timeout) {
        this.live = live;
        this.own = own;
        this.scratchUrl = scratchUrl;
        this.redaction = redaction;
        this.clock = clock;
        this.timeout = timeout;
    }

    @Override
    public ScratchDatabase open() {
        try {
            return switch (live.kind()) {
                case SQLITE ->
                    SqliteScratchDatabase.create(
                            SqliteScratchDatabase.hasForeignKeys(live, own), Optional.empty(), clock, timeout);
                case H2 -> H2ScratchDatabase.create(live, own, timeout);
                case POSTGRESQL, MARIADB, MYSQL ->
                    ServerScratchDatabase.create(live, server(), scratchUrl.isPresent(), clock, timeout);
            };
        } catch (SQLException e) {
            throw refused(
                    "no scratch database can be made: " + redaction.clean(String.valueOf(e.getMessage())),
                    "let the user create databases, or name another server with scratch-url");
        } catch (IOException e) {
            throw refused(
                    "no temporary file can be made (" + e.getClass().getSimpleName() + ")",
                    "let the user who runs Switchback write into the folder for temporary files");
        }
    }

    private DatabaseUrl server() {
        if (scratchUrl.isEmpty()) {
            return own.orElseThrow(() -> refused(
                    "the connections come from the application, so the address of the server is not known",
                    "name a server for scratch databases: scratch-url=postgres://user:password@host/postgres"));
        }
        DatabaseUrl url = scratchUrl.get();
        DatabaseKind kind = live.kind();
        if (Dialect.of(url.kind()) != Dialect.of(kind)) {
            throw refused(
                    url.displayName() + " is " + url.kind().displayName() + ", and the database of the migrations is "
                            + kind.displayName(),
                    "name a server of the same kind");
        }
        if (own.isPresent() && address(own.get()).equals(address(url))) {
            throw ServerScratchDatabase.isLive(url);
        }
        return url;
    }

    private static String address(DatabaseUrl url) {
        return url.jdbcUrl().split("[;?]", 2)[0];
    }

    private static ConfigurationException refused(String reason, String next) {
        return new ConfigurationException("scratch-url", reason, next);
    }
}
