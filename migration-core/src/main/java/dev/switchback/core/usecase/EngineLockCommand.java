package dev.switchback.core.usecase;

import dev.switchback.api.error.UnsupportedCapabilityException;
import dev.switchback.api.model.LockHolder;
import dev.switchback.api.model.LockStatus;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.EngineLock;
import dev.switchback.core.port.MigrationLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Frees the lock of the engine used without us. Holding our own meanwhile proves that no run of ours has it; where there is
 * none, whoever gave the command has to know.
 */
final class EngineLockCommand {

    private final Database database;
    private final Optional<EngineLock> lock;
    private final String engine;
    private final LockTaking ours;

    EngineLockCommand(Database database, Optional<EngineLock> lock, String engine, LockTaking ours) {
        this.database = database;
        this.lock = lock;
        this.engine = engine;
        this.ours = ours;
    }

    LockStatus release() {
        EngineLock own = lock.orElseThrow(() -> new UnsupportedCapabilityException(
                engine,
                "a lock of its own that could be left behind",
                "nothing has to be released: the migration lock ends with its process"));
        if (!database.exists()) {
            return freed(List.of());
        }
        // our lock is not waited for long: whoever has it needs no release
        try (MigrationLock.Held held = ours.take()) {
            return database.write(held, connection -> {
                Optional<LockHolder> holder =
                        database.look(connection, c -> own.exists(c) ? own.holder(c) : Optional.<LockHolder>empty());
                if (holder.isPresent()) {
                    free(holder.get(), connection);
                }
                return freed(holder.stream().toList());
            });
        }
    }

    private static void free(LockHolder holder, Connection connection) throws SQLException {
        if (holder.release().isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(holder.release().get());
        }
    }

    private LockStatus freed(List<LockHolder> holders) {
        return new LockStatus(database.info(), "the lock of " + engine + " itself", holders);
    }
}
