package dev.switchback.core.jdbc.scratch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A temporary folder whose owner holds a lock on a file in it as long as the process lives, whatever becomes of the process.
 * So a folder with a file that nobody has locked is a leftover, and no other one is.
 *
 * @param path the folder
 * @param owner the file with the lock, open
 */
record ScratchFolder(Path path, FileChannel owner) {

    private static final String PREFIX = "switchback-scratch-";
    private static final String LOCK = "owner.lock";

    /** Nobody takes so long from making a folder to the lock in it: whoever did was killed in between. */
    private static final Duration LONG = Duration.ofHours(1);

    /**
     * Makes one, and removes what killed processes have left.
     *
     * @param parent where to make it; empty for the folder for temporary files
     * @param clock tells how old a folder without a lock is
     */
    static ScratchFolder create(Optional<Path> parent, Clock clock) throws IOException {
        while (true) {
            Path path = empty(parent).toAbsolutePath();
            ScratchFolder folder = new ScratchFolder(
                    path,
                    FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
            if (folder.isOwned()) {
                removeLeftovers(path, clock.instant());
                return folder;
            }
        }
    }

    private static Path empty(Optional<Path> parent) throws IOException {
        String name = PREFIX + process() + "-";
        return parent.isPresent() ? Files.createTempDirectory(parent.get(), name) : Files.createTempDirectory(name);
    }

    /** Somebody who looks for leftovers may have been faster, and have removed it. */
    private boolean isOwned() throws IOException {
        boolean owned = false;
        try {
            FileLock lock = owner.tryLock();
            owned = lock != null && Files.exists(path.resolve(LOCK));
            return owned;
        } finally {
            if (!owned) {
                owner.close();
            }
        }
    }

    /** This process, as no other one on a machine is called that shares the folder, even from another container. */
    private static String process() {
        ProcessHandle self = ProcessHandle.current();
        return self.pid() + "-"
                + self.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
    }

    private static void removeLeftovers(Path own, Instant now) {
        try (Stream<Path> siblings = Files.list(own.resolveSibling(""))) {
            UserPrincipal user = Files.getOwner(own);
            for (Path path : siblings.filter(p -> p.getFileName().toString().startsWith(PREFIX))
                    .toList()) {
                // what this process opens and closes again it no longer has locked
                if (!path.getFileName().toString().startsWith(PREFIX + process() + "-")) {
                    removeIfLeft(path, user, now);
                }
            }
        } catch (IOException | UncheckedIOException | UnsupportedOperationException e) {
            // nobody may look at what is there, or can tell whose it is: then it stays
        }
    }

    /** Nothing of another user, who could put something else in its place while it is being removed. */
    private static void removeIfLeft(Path path, UserPrincipal user, Instant now) {
        try {
            if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                    || !Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(user)) {
                return;
            }
            Path lock = path.resolve(LOCK);
            if (Files.exists(lock, LinkOption.NOFOLLOW_LINKS)) {
                try (FileChannel owner = FileChannel.open(lock, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
                    if (owner.tryLock() != null) {
                        remove(path);
                    }
                }
            } else if (Files.getLastModifiedTime(path).toInstant().plus(LONG).isBefore(now)) {
                remove(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // somebody else's, or gone already: the next run looks again
        }
    }

    /** Removes it with all that is in it; what cannot be removed is left to a later run. */
    void remove() {
        try (owner) {
            remove(path);
        } catch (IOException | UncheckedIOException e) {
            // left to a later run
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        }
    }
}
