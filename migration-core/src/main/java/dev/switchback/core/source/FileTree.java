package dev.switchback.core.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The files below one root: a folder, or a folder inside a jar. Used by one thread; closed by who opened it. */
interface FileTree extends Closeable {

    /** No script comes near; what is larger is a mistake, or an attack by a compressed jar. */
    int MAX_BYTES = 100 << 20;

    /** What the root is called in messages, as {@code migrations} or {@code app.jar!/db/migration}. */
    String name();

    /** Whether the files are those that a person edits, not copies that a build made of them. */
    boolean isWritable();

    /**
     * Lists everything below the root.
     *
     * @param ignored what is listed there; nothing in such a folder matters
     * @return files and other things, in any order
     * @throws IOException if the root cannot be listed
     */
    List<TreeEntry> list(IgnoreRules ignored) throws IOException;

    /**
     * Reads a file.
     *
     * @param path a path that {@link #list} gave, or one that may not exist
     * @return its bytes
     * @throws java.nio.file.NoSuchFileException if there is none
     * @throws IOException if it cannot be read, or is larger than {@link #MAX_BYTES}
     */
    byte[] read(String path) throws IOException;
}
