package dev.switchback.core.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A folder and its sub-folders. Links to files are followed as long as they stay inside, which is what a mounted
 * Kubernetes ConfigMap needs; links to folders are not.
 */
final class FolderTree implements FileTree {
    /** Java keeps native memory of the size of the largest read for as long as the thread lives. */
    private static final int CHUNK = 1 << 16;

    private final String name;
    private final Path root;
    private final boolean isWritable;

    /**
     * Opens a folder.
     *
     * @param name what messages call it
     * @param root an existing folder
     * @param isWritable whether the files are those that a person edits
     * @throws IOException if it cannot be reached
     */
    FolderTree(String name, Path root, boolean isWritable) throws IOException {
        this.name = name;
        this.root = root.toRealPath();
        this.isWritable = isWritable;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isWritable() {
        return isWritable;
    }

    @Override
    public List<TreeEntry> list(IgnoreRules ignored) throws IOException {
        List<TreeEntry> entries = new ArrayList<>();
        listFolder(root, "", ignored, entries);
        return entries;
    }

    private void listFolder(Path folder, String prefix, IgnoreRules ignored, List<TreeEntry> entries)
            throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                addIfThere(child, prefix + child.getFileName(), ignored, entries);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private void addIfThere(Path child, String path, IgnoreRules ignored, List<TreeEntry> entries) throws IOException {
        try {
            add(child, path, ignored, entries);
        } catch (NoSuchFileException e) {
            // a temporary file of an editor, or of a create in another process, was removed meanwhile
        }
    }

    private void add(Path child, String path, IgnoreRules ignored, List<TreeEntry> entries) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(child, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isDirectory()) {
            entries.add(new TreeEntry(path, leafType(child, attributes)));
        } else if (!ignored.ignoresFolder(path)) {
            addFolder(child, path, ignored, entries);
        }
    }

    private void addFolder(Path folder, String path, IgnoreRules ignored, List<TreeEntry> entries) {
        if (TreeEntry.lastName(path).startsWith(".")) {
            entries.add(new TreeEntry(path, TreeEntry.Type.HIDDEN_FOLDER));
        } else if (TreeEntry.namesMigration(path)) {
            entries.add(new TreeEntry(path, TreeEntry.Type.MIGRATION_FOLDER));
        } else {
            try {
                listFolder(folder, path + "/", ignored, entries);
            } catch (IOException e) {
                entries.add(new TreeEntry(path, TreeEntry.Type.UNREADABLE_FOLDER));
            }
        }
    }

    private TreeEntry.Type leafType(Path leaf, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
            return TreeEntry.Type.FILE;
        }
        if (!attributes.isSymbolicLink()) {
            return TreeEntry.Type.SPECIAL;
        }
        try {
            Path real = leaf.toRealPath();
            if (!real.startsWith(root)) {
                return TreeEntry.Type.OUTSIDE_LINK;
            }
            if (Files.isDirectory(real)) {
                return TreeEntry.Type.LINKED_FOLDER;
            }
            return Files.isRegularFile(real) ? TreeEntry.Type.FILE : TreeEntry.Type.SPECIAL;
        } catch (IOException e) {
            return TreeEntry.Type.BROKEN_LINK;
        }
    }

    @Override
    public byte[] read(String path) throws IOException {
        // one look at the file: every command reads each of them, and the system calls are most of that
        try (SeekableByteChannel file = Files.newByteChannel(file(path))) {
            long size = file.size();
            if (size > MAX_BYTES) {
                throw new IOException("it has " + size + " bytes; at most " + MAX_BYTES + " are read");
            }
            return read(file, (int) size);
        }
    }

    /** As much as there is now: another process may be writing it. */
    static byte[] read(SeekableByteChannel file, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size);
        ByteBuffer one = ByteBuffer.allocate(1);
        while (true) {
            boolean full = !bytes.hasRemaining();
            ByteBuffer next = full ? one : bytes.limit(Math.min(bytes.capacity(), bytes.position() + CHUNK));
            if (file.read(next) < 0) {
                // nearly always it is as long as it said, and a large one should not be there twice
                return full ? bytes.array() : Arrays.copyOf(bytes.array(), bytes.position());
            }
            bytes.limit(bytes.capacity());
            if (full) {
                bytes = longer(bytes).put(one.flip());
                one.clear();
            }
        }
    }

    private static ByteBuffer longer(ByteBuffer full) throws IOException {
        if (full.capacity() >= MAX_BYTES) {
            throw new IOException("it grows while it is read, and has more than " + MAX_BYTES + " bytes");
        }
        return ByteBuffer.allocate(Math.min(MAX_BYTES, 2 * full.capacity() + CHUNK))
                .put(full.flip());
    }

    /** Where the locale is that of C, Java has no word for a name with a letter beyond ASCII, not even for one it listed. */
    private Path file(String path) throws IOException {
        try {
            return root.resolve(path);
        } catch (InvalidPathException e) {
            throw new IOException(
                    "its name has a character that the locale of this process does not know; start it with LC_ALL=C.UTF-8",
                    e);
        }
    }

    /** Does nothing: a folder is not held open. */
    @Override
    public void close() {}
}
