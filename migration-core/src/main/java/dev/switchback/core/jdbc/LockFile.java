package dev.switchback.core.jdbc;

import dev.switchback.api.model.LockHolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that says who has the lock. The lock is not the file but the hold on one byte of it. Every method but
 * {@link #identity} is for whoever has the {@link JvmClaim}.
 *
 * @param path where it is
 */
record LockFile(Path path) {

    private static final int LONGEST_TOKEN = 400;

    /** Behind the token, because on Windows nobody can read what is locked. */
    private static final long LOCKED_BYTE = 1L << 30;

    /** Which file it is, so that it is noticed when another one takes its place. */
    Optional<Object> identity() throws IOException {
        return Optional.ofNullable(
                Files.readAttributes(path, BasicFileAttributes.class).fileKey());
    }

    /** Who holds it now; empty if nobody does, whatever the file says. */
    Optional<LockHolder> holder() throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            try (FileLock free = channel.tryLock(LOCKED_BYTE, 1, true)) {
                return free == null ? Optional.of(signer(channel).orElseGet(this::unknown)) : Optional.empty();
            }
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Opens it to hold it. */
    FileChannel open() throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Whether the hold was free, and is ours now. */
    static boolean hold(FileChannel channel) throws IOException {
        return channel.tryLock(LOCKED_BYTE, 1, false) != null;
    }

    /**
     * Writes who holds it.
     *
     * @return the file opened once more; null if the former holder removed it between our opening and our locking it:
     *     then we hold a ghost
     */
    @Nullable FileChannel sign(FileChannel channel) throws IOException {
        ProcessName own = ProcessName.own();
        String token = own.pid() + " " + own.host() + " " + UUID.randomUUID();
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(token.getBytes(StandardCharsets.UTF_8)), 0);
        FileChannel witness;
        try {
            witness = FileChannel.open(path, StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            return null;
        }
        if (!read(witness).equals(token)) {
            witness.close();
            return null;
        }
        return witness;
    }

    /** Who has signed it; empty if the holder did not come to that yet. */
    Optional<LockHolder> signer(FileChannel channel) throws IOException {
        String[] words = read(channel).split(" ", -1);
        return words.length == 3 && words[0].matches("\\d{1,18}")
                ? Optional.of(holder(Optional.of(new ProcessName(Long.parseLong(words[0]), words[1])), since()))
                : Optional.empty();
    }

    private LockHolder unknown() {
        return holder(Optional.empty(), since());
    }

    /** Another thread of this process, which must not be disturbed by opening the file. */
    LockHolder ownThread() {
        return holder(Optional.of(ProcessName.own()), since());
    }

    private static LockHolder holder(Optional<ProcessName> process, Optional<Instant> since) {
        return new LockHolder(
                LockHolder.Kind.RUN,
                process.map(ProcessName::words).orElse("another process"),
                process.map(ProcessName::pid),
                process.map(ProcessName::host),
                Optional.empty(),
                since,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** It is written once, when the lock is taken. */
    private Optional<Instant> since() {
        try {
            return Optional.of(Files.getLastModifiedTime(path).toInstant());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_TOKEN);
        channel.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }
}
