package dev.switchback.core.jdbc;

import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.error.MigrationLockException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lock on a file beside the database, for the embedded databases. The operating system frees it when the process dies,
 * and the JVM keeps its own threads apart by it too. The file holds who has the lock, and is removed on release.
 */
public final class FileMigrationLock extends PollingLock {

    private final Path file;

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
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                String token = write(channel);
                if (isStillAt(token)) {
                    return new HeldFile(channel, token);
                }
                // the former holder removed the file between our opening and our locking it: try again
            }
            channel.close();
            return null;
        } catch (OverlappingFileLockException e) {
            closeQuietly(channel);
            return null;
        } catch (IOException e) {
            closeQuietly(channel);
            throw new DatabaseAccessException(
                    file.toString(),
                    "the lock file cannot be written (" + e.getClass().getSimpleName() + ")",
                    null,
                    0,
                    "give this user permission to write the folder of the database",
                    null);
        }
    }

    private static String write(FileChannel channel) throws IOException {
        String token = "pid " + ProcessHandle.current().pid() + " " + UUID.randomUUID();
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(token.getBytes(StandardCharsets.UTF_8)), 0);
        return token;
    }

    private boolean isStillAt(String token) throws IOException {
        return Files.exists(file) && Files.readString(file).equals(token);
    }

    @Override
    Optional<String> holder() {
        try {
            String[] words = Files.readString(file).split(" ", -1);
            return words.length == 3 ? Optional.of(words[0] + " " + words[1] + " on this machine") : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // it is given up anyway
            }
        }
    }

    private final class HeldFile implements Held {
        private final FileChannel channel;
        private final String token;

        HeldFile(FileChannel channel, String token) {
            this.channel = channel;
            this.token = token;
        }

        @Override
        public void ensureHeld() {
            try {
                if (channel.isOpen() && isStillAt(token)) {
                    return;
                }
            } catch (IOException e) {
                // told below
            }
            throw new MigrationLockException(Duration.ZERO, null, "the migration lock was lost: " + file + " is gone");
        }

        @Override
        public void close() {
            if (!channel.isOpen()) {
                return;
            }
            try {
                // while we still hold it; a waiter that has the file open notices that it is not the one at this path
                if (isStillAt(token)) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                // a file left behind is harmless: the lock is not the file but the hold on it
            } finally {
                closeQuietly(channel);
            }
        }
    }
}
