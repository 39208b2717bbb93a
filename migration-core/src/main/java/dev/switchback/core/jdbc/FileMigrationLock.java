package dev.switchback.core.jdbc;

import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.model.LockHolder;
import dev.switchback.core.port.MigrationLock;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lock on a file beside the database, for the embedded databases. The operating system frees it when the process dies,
 * and with the process the database stops working for it. The file is removed on release.
 *
 * <p>POSIX drops the locks that a process has on a file as soon as the process closes <em>any</em> descriptor of that
 * file (<a href="https://pubs.opengroup.org/onlinepubs/9799919799/functions/close.html">close</a>). So only the holder
 * of the {@link JvmClaim} opens the file at all, and what it opens stays open until the lock is released.
 */
final class FileMigrationLock implements MigrationLock {

    private final LockFile file;
    private final ConnectionSource source;
    private final DatabaseErrors errors;

    FileMigrationLock(Path file, ConnectionSource source, DatabaseErrors errors) {
        this.file = new LockFile(file);
        this.source = source;
        this.errors = errors;
    }

    @Override
    public String description() {
        return "file " + file.path();
    }

    @Override
    public List<LockHolder> holders() {
        if (Files.notExists(file.path())) {
            return List.of();
        }
        try {
            String name = JvmClaim.nameOf(file.path());
            JvmClaim claim = JvmClaim.toLook(name);
            if (claim == null) {
                return JvmClaim.isHeld(name) ? List.of(file.ownThread()) : List.of();
            }
            try {
                return file.holder().stream().toList();
            } finally {
                claim.free();
            }
        } catch (IOException e) {
            throw unusable(e, "read", "give this user permission to read it");
        }
    }

    @Override
    public Optional<Held> acquire(Duration timeout, Waiting waiting) {
        try {
            return Polling.poll(new Attempt(), timeout, waiting);
        } catch (SQLException e) {
            throw errors.working(source, e);
        }
    }

    private final class Attempt implements Polling.Attempt<Held> {
        private Optional<LockHolder> blocker = Optional.empty();

        @Override
        public Optional<Held> tryOnce() {
            try {
                String name = JvmClaim.nameOf(file.path());
                JvmClaim claim = JvmClaim.tryTake(name);
                if (claim == null) {
                    blocker = JvmClaim.isHeld(name) ? Optional.of(file.ownThread()) : Optional.empty();
                    return Optional.empty();
                }
                Held held = null;
                try {
                    held = hold(claim);
                    return Optional.ofNullable(held);
                } finally {
                    if (held == null) {
                        claim.free();
                    }
                }
            } catch (IOException e) {
                throw unwritable(e);
            }
        }

        private @Nullable Held hold(JvmClaim claim) throws IOException {
            FileChannel channel = file.open();
            Held held = null;
            try {
                if (!LockFile.hold(channel)) {
                    blocker = file.signer(channel);
                    return null;
                }
                FileChannel witness = file.sign(channel);
                if (witness != null) {
                    held = new HeldFile(file, claim, channel, witness, source, errors);
                    claim.hold();
                }
                return held;
            } finally {
                if (held == null) {
                    channel.close();
                }
            }
        }

        @Override
        public Optional<LockHolder> blocker() {
            return blocker;
        }
    }

    private DatabaseAccessException unwritable(IOException e) {
        Path folder = file.path().toAbsolutePath().getParent();
        if (folder != null && Files.notExists(folder)) {
            return new DatabaseAccessException(
                    folder.toString(),
                    "the folder of the database does not exist",
                    null,
                    0,
                    "create it, or correct the url",
                    null);
        }
        return unusable(e, "written", "give this user permission to write the folder of the database");
    }

    private DatabaseAccessException unusable(IOException e, String how, String next) {
        String what = "the lock file cannot be " + how + " (" + e.getClass().getSimpleName() + ")";
        return new DatabaseAccessException(file.path().toString(), what, null, 0, next, null);
    }
}
