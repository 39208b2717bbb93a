package dev.switchback.core.jdbc;

import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.error.MigrationLockException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A lock on a file beside the database, for the embedded databases. The operating system frees it when the process dies.
 * The file holds who has the lock, and is removed on release.
 *
 * <p>POSIX drops the locks that a process has on a file as soon as the process closes <em>any</em> descriptor of that
 * file (<a href="https://pubs.opengroup.org/onlinepubs/9799919799/functions/close.html">close</a>). So only the holder
 * of the {@link JvmClaim} opens the file at all, and what it opens stays open until the lock is released.
 */
public final class FileMigrationLock extends PollingLock {

    private static final int LONGEST_TOKEN = 200;

    /** Behind the token, because on Windows nobody can read what is locked. */
    private static final long LOCKED_BYTE = 1L << 30;

    private final Path file;
    private volatile Optional<String> holder = Optional.empty();

    /**
     * Creates the lock; touches nothing.
     *
     * @param file the lock file
     */
    public FileMigrationLock(Path file) {
        this.file = file;
    }

    @Override
    @Nullable Held tryAcquire() {
        try {
            JvmClaim claim = JvmClaim.tryTake(file);
            if (claim == null) {
                holder = Optional.of("another thread of this process");
                return null;
            }
            Held held = null;
            try {
                held = lockFile(claim);
                return held;
            } finally {
                if (held == null) {
                    claim.free();
                }
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private DatabaseAccessException unwritable(IOException e) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && Files.notExists(folder)) {
            return new DatabaseAccessException(
                    folder.toString(),
                    "the folder of the database does not exist",
                    null,
                    0,
                    "create it, or correct the url",
                    null);
        }
        return new DatabaseAccessException(
                file.toString(),
                "the lock file cannot be written (" + e.getClass().getSimpleName() + ")",
                null,
                0,
                "give this user permission to write the folder of the database",
                null);
    }

    private @Nullable Held lockFile(JvmClaim claim) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Held held = null;
        try {
            if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                holder = process(read(channel));
                return null;
            }
            held = verified(claim, channel, write(channel));
            return held;
        } finally {
            if (held == null) {
                channel.close();
            }
        }
    }

    /** Null if the former holder removed the file between our opening and our locking it: then we hold a ghost. */
    private @Nullable Held verified(JvmClaim claim, FileChannel channel, String token) throws IOException {
        FileChannel witness;
        try {
            witness = FileChannel.open(file, StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            return null;
        }
        if (!read(witness).equals(token)) {
            witness.close();
            return null;
        }
        return new HeldFile(claim, channel, witness, identity());
    }

    private Optional<Object> identity() throws IOException {
        return Optional.ofNullable(
                Files.readAttributes(file, BasicFileAttributes.class).fileKey());
    }

    private static String write(FileChannel channel) throws IOException {
        String token = "pid " + ProcessHandle.current().pid() + " " + UUID.randomUUID();
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(token.getBytes(StandardCharsets.UTF_8)), 0);
        return token;
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_TOKEN);
        channel.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    private static Optional<String> process(String token) {
        String[] words = token.split(" ", -1);
        return words.length == 3 ? Optional.of(words[0] + " " + words[1] + " on this machine") : Optional.empty();
    }

    @Override
    Optional<String> holder() {
        return holder;
    }

    private final class HeldFile implements Held {
        private final JvmClaim claim;
        private final FileChannel channel;
        private final FileChannel witness;
        private final Optional<Object> identity;
        private final AtomicBoolean open = new AtomicBoolean(true);

        HeldFile(JvmClaim claim, FileChannel channel, FileChannel witness, Optional<Object> identity) {
            this.claim = claim;
            this.channel = channel;
            this.witness = witness;
            this.identity = identity;
        }

        @Override
        public void ensureHeld() {
            if (!open.get() || !channel.isOpen() || !isStillThere()) {
                throw new MigrationLockException(
                        Duration.ZERO, null, "the migration lock was lost: " + file + " is gone");
            }
        }

        private boolean isStillThere() {
            try {
                return identity().equals(identity);
            } catch (IOException e) {
                return false;
            }
        }

        @Override
        public void close() {
            if (!open.getAndSet(false)) {
                return;
            }
            try {
                // while we still hold it; a waiter that has the file open notices that it is not the one at this path
                if (isStillThere()) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                // a file left behind is harmless: the lock is not the file but the hold on it
            } finally {
                closeQuietly(witness);
                closeQuietly(channel);
                claim.free();
            }
        }

        private void closeQuietly(FileChannel channel) {
            try {
                channel.close();
            } catch (IOException e) {
                // it is given up anyway
            }
        }
    }
}
