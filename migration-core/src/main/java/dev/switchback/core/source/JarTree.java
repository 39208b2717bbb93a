package dev.switchback.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** A folder inside a jar. Nothing is unpacked. Owns the jar file. */
final class JarTree implements FileTree {
    private final String name;
    private final JarFile jar;
    private final String prefix;

    /**
     * Takes over an open jar.
     *
     * @param name what messages call the folder
     * @param jar the jar, closed with this tree
     * @param folder the path of the folder in the jar, without a slash at its end
     */
    JarTree(String name, JarFile jar, String folder) {
        this.name = name;
        this.jar = jar;
        this.prefix = folder + "/";
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isWritable() {
        return false;
    }

    @Override
    public List<TreeEntry> list(IgnoreRules ignored) {
        List<TreeEntry> entries = new ArrayList<>();
        Set<String> folders = new HashSet<>();
        jar.stream()
                .map(JarEntry::getName)
                .filter(entry -> entry.startsWith(prefix) && entry.length() > prefix.length())
                .map(entry -> entry.substring(prefix.length()))
                .forEach(path -> add(path, ignored, folders, entries));
        entries.sort((a, b) -> a.path().compareTo(b.path()));
        return entries;
    }

    private static void add(String path, IgnoreRules ignored, Set<String> folders, List<TreeEntry> entries) {
        if (isUnsafe(path)) {
            entries.add(new TreeEntry(path, TreeEntry.Type.UNSAFE_NAME));
            return;
        }
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            String folder = path.substring(0, slash);
            boolean hidden = TreeEntry.lastName(folder).startsWith(".");
            if (ignored.ignoresFolder(folder)) {
                return;
            }
            if (hidden || TreeEntry.namesMigration(folder)) {
                if (folders.add(folder)) {
                    entries.add(new TreeEntry(
                            folder, hidden ? TreeEntry.Type.HIDDEN_FOLDER : TreeEntry.Type.MIGRATION_FOLDER));
                }
                return;
            }
        }
        if (!path.endsWith("/")) {
            entries.add(new TreeEntry(path, TreeEntry.Type.FILE));
        }
    }

    private static boolean isUnsafe(String path) {
        String folders = "/" + path;
        return path.indexOf('\\') >= 0
                || folders.contains("//")
                || folders.contains("/../")
                || folders.contains("/./")
                || folders.endsWith("/..");
    }

    @Override
    public byte[] read(String path) throws IOException {
        JarEntry entry = jar.getJarEntry(prefix + path);
        if (entry == null) {
            throw new NoSuchFileException(path);
        }
        try (InputStream in = jar.getInputStream(entry)) {
            // the size that the entry claims is not to be trusted
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("it has more than " + MAX_BYTES + " bytes");
            }
            return bytes;
        }
    }

    @Override
    public void close() throws IOException {
        jar.close();
    }
}
