package dev.switchback.core.jdbc;

import dev.switchback.api.model.LockHolder;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.port.MigrationLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A <a href="https://mariadb.com/kb/en/get_lock/">named lock</a> on a connection of its own, and a second one on the
 * connection that does the work; the server frees each when its session ends. The second is what keeps the next starter
 * away from a statement that the server still executes for a dead process.
 */
final class MariadbMigrationLock implements MigrationLock {

    private final ConnectionSource source;
    private final SessionSettings settings;
    private final DatabaseErrors errors;
    private final String claim;

    MariadbMigrationLock(ConnectionSource source, SessionSettings settings, DatabaseErrors errors) {
        this.source = source;
        this.settings = settings;
        // what other databases call a schema is a database there
        this.claim =
                source.lockName() + settings.schema().map(name -> " " + name).orElse("");
        this.errors = errors;
    }

    @Override
    public String description() {
        try (Connection connection = errors.opened(source)) {
            return "named lock "
                    + MariadbNames.of(connection, settings.schema()).lock();
        } catch (SQLException e) {
            throw errors.working(source, e);
        }
    }

    @Override
    public List<LockHolder> holders() {
        try (Connection connection = errors.opened(source)) {
            return AnswerLimit.of(settings).during(connection, Dialect.MARIADB, () -> holders(connection));
        } catch (SQLException e) {
            throw errors.working(source, e);
        }
    }

    private List<LockHolder> holders(Connection connection) throws SQLException {
        MariadbNames names = MariadbNames.of(connection, settings.schema());
        // the server does not know the process, but if it is this one, we do
        Optional<LockHolder> holder = names.holder(connection)
                .map(h -> JvmClaim.isHeld(claim) ? ProcessName.own().as(h) : h);
        // while the lock is held, the session that works belongs to its holder
        return holder.isPresent()
                ? List.of(holder.get())
                : Stream.of(names.worker(connection)).flatMap(Optional::stream).toList();
    }

    @Override
    public Optional<Held> acquire(Duration timeout, Waiting waiting) {
        try (MariadbAttempt attempt = new MariadbAttempt(source, claim, settings, errors)) {
            return Polling.poll(attempt, timeout, waiting);
        } catch (SQLException e) {
            throw errors.working(source, e);
        }
    }
}
