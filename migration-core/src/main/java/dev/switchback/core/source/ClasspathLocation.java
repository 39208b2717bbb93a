package dev.switchback.core.source;

import dev.switchback.api.error.ConfigurationException;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;

/**
 * A folder of the class path, which may be there several times, in folders and jars (nested ones too, if their URLs
 * open as {@link JarURLConnection}).
 *
 * @param folder its path, without a slash at either end
 * @param loader where to look
 */
record ClasspathLocation(String folder, ClassLoader loader) implements Location {
    static final String PREFIX = "classpath:";

    private static final String JAR_MARK = "META-INF/MANIFEST.MF";

    static ClasspathLocation of(String setting, ClassLoader loader) {
        String folder = setting.substring(PREFIX.length()).replaceAll("^/+|/+$", "");
        if (folder.isEmpty()
                || folder.contains("\\")
                || List.of(folder.split("/", -1)).contains("..")) {
            throw new ConfigurationException(
                    "dirs",
                    "'" + Printable.text(setting) + "' names no folder of the class path",
                    "write it as classpath:db/migration");
        }
        return new ClasspathLocation(folder, loader);
    }

    @Override
    public OpenTrees open() throws IOException {
        OpenTrees trees = new OpenTrees();
        try {
            for (String url : urls()) {
                trees.add(open(url));
            }
            if (trees.all().isEmpty()) {
                openUnlisted(trees);
            }
            if (trees.all().isEmpty()) {
                throw missing();
            }
            return trees;
        } catch (IOException | RuntimeException e) {
            closeAfterFailure(trees);
            throw e;
        }
    }

    private ConfigurationException missing() {
        return new ConfigurationException(
                "dirs",
                "the class path has no folder " + folder,
                "put the migrations into src/main/resources/" + folder + ", or set dirs to where they are");
    }

    /** Where the folder is, or where its manifest is: some tools write jars without entries for folders. */
    private Collection<String> urls() throws IOException {
        Map<String, String> urls = new TreeMap<>();
        for (URL url : Collections.list(loader.getResources(folder + "/" + MigrationsSum.FILE_NAME))) {
            String text = url.toString();
            urls.put(text.substring(0, text.lastIndexOf('/')), text);
        }
        for (URL url : Collections.list(loader.getResources(folder))) {
            String text = withoutSlash(url.toString());
            urls.put(text, text);
        }
        return urls.values();
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private FileTree open(String text) throws IOException {
        URL url = new URL(text);
        if (url.getProtocol().equals("file")) {
            return new FolderTree(PREFIX + folder, Path.of(URI.create(text)), false);
        }
        URLConnection connection = url.openConnection();
        if (!(connection instanceof JarURLConnection jar)) {
            throw new ConfigurationException(
                    "dirs",
                    PREFIX + folder + " is at a place of the kind '" + url.getProtocol() + "', which cannot be listed",
                    "put the migrations into a folder or a jar");
        }
        String entry = jar.getEntryName();
        String suffix = "/" + MigrationsSum.FILE_NAME;
        return open(jar, entry.endsWith(suffix) ? entry.substring(0, entry.length() - suffix.length()) : entry);
    }

    private JarTree open(JarURLConnection connection, String entry) throws IOException {
        // without the cache the file is ours to close
        connection.setUseCaches(false);
        JarFile jar = connection.getJarFile();
        String fileName = jar.getName().replaceAll("^.*[/\\\\]", "");
        return new JarTree(fileName + "!/" + folder, jar, withoutSlash(entry));
    }

    /** Looks into every jar: only for those without entries for folders, when there is nothing else. */
    private void openUnlisted(OpenTrees trees) throws IOException {
        for (URL url : Collections.list(loader.getResources(JAR_MARK))) {
            if (url.openConnection() instanceof JarURLConnection connection) {
                JarTree tree = open(connection, folder);
                if (tree.list(IgnoreRules.NONE).isEmpty()) {
                    tree.close();
                } else {
                    trees.add(tree);
                }
            }
        }
    }

    @Override
    public ConfigurationException unreadable(IOException cause) {
        return new ConfigurationException(
                "dirs",
                PREFIX + folder + " cannot be read: " + Failure.reason(cause),
                "check the folders and jars of the class path");
    }

    @Override
    public boolean isSameAs(Location other) {
        return other instanceof ClasspathLocation location && location.folder.equals(folder);
    }

    private static void closeAfterFailure(OpenTrees trees) {
        try {
            trees.close();
        } catch (IOException e) {
            // the failure that led here is the one to tell
        }
    }
}
