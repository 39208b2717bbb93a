package dev.switchback.core.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The open trees of one location, to be closed together. */
final class OpenTrees implements Closeable {
    private final List<FileTree> trees = new ArrayList<>();

    static OpenTrees of(FileTree tree) {
        OpenTrees open = new OpenTrees();
        open.add(tree);
        return open;
    }

    void add(FileTree tree) {
        trees.add(tree);
    }

    List<FileTree> all() {
        return trees;
    }

    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (FileTree tree : trees) {
            try {
                tree.close();
            } catch (IOException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
