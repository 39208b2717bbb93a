package dev.switchback.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What git tracks, read without git. Stateless. */
final class GitIndex {

    /** Beyond this it is not searched. */
    private static final long LARGEST = 64L << 20;

    /** Its paths are compressed. */
    private static final int UNREADABLE_VERSION = 4;

    private static final String LINK = "gitdir: ";

    private GitIndex() {}

    /**
     * Whether the repository around a file tracks it.
     *
     * @throws IOException if that cannot be told
     */
    static boolean tracks(Path file) throws IOException {
        for (Path root = file.getParent(); root != null; root = root.getParent()) {
            Path git = root.resolve(".git");
            Path index = (Files.isRegularFile(git) ? linked(git) : git).resolve("index");
            if (Files.isRegularFile(index)) {
                return holds(index, root.relativize(file).toString().replace('\\', '/'));
            }
        }
        return false;
    }

    /** In a worktree and in a submodule {@code .git} is a file that says where the folder is. */
    private static Path linked(Path git) throws IOException {
        String text = Files.readString(git).strip();
        if (!text.startsWith(LINK)) {
            throw new IOException(git + " names no folder");
        }
        try {
            Path folder = git.resolveSibling(text.substring(LINK.length()));
            if (!Files.isDirectory(folder)) {
                throw new NoSuchFileException(folder.toString());
            }
            return folder;
        } catch (InvalidPathException e) {
            throw new IOException(git + " names no folder", e);
        }
    }

    /** The index holds the paths of tracked files, from the root of the repository, each ended by a NUL. */
    private static boolean holds(Path index, String path) throws IOException {
        if (Files.size(index) > LARGEST) {
            throw new IOException(index + " is too large");
        }
        String bytes = new String(Files.readAllBytes(index), StandardCharsets.ISO_8859_1);
        if (bytes.length() < 8 || bytes.charAt(7) >= UNREADABLE_VERSION) {
            throw new IOException(index + " has an unknown form");
        }
        String name = new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        int length = name.length();
        for (int at = bytes.indexOf(name + "\0"); at > 1; at = bytes.indexOf(name + "\0", at + 1)) {
            // before the path stand two bytes, the lower twelve bits of which are its length
            int flags = bytes.charAt(at - 2) << 8 | bytes.charAt(at - 1);
            if ((flags & 0xfff) == length) {
                return true;
            }
        }
        return false;
    }
}
