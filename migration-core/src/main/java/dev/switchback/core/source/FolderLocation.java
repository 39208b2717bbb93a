package dev.switchback.core.source;

import dev.switchback.api.error.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder of the file system.
 *
 * @param name as the setting gives it
 * @param path where it is
 */
record FolderLocation(String name, Path path) implements Location {

    @Override
    public OpenTrees open() throws IOException {
        requireFolder();
        return OpenTrees.of(new FolderTree(name, path, true));
    }

    void requireFolder() {
        if (!Files.exists(path)) {
            throw new ConfigurationException(
                    "dirs",
                    "the folder " + Printable.text(path.toString()) + " does not exist",
                    "create it with: switchback init, or set dirs to the folder with your migrations");
        }
        if (!Files.isDirectory(path)) {
            throw new ConfigurationException(
                    "dirs",
                    Printable.text(path.toString()) + " is not a folder",
                    "set dirs to the folder with your migrations");
        }
    }

    @Override
    public ConfigurationException unreadable(IOException cause) {
        return new ConfigurationException(
                "dirs",
                "the folder " + Printable.text(path.toString()) + " cannot be read: " + Failure.reason(cause),
                "let the user who runs Switchback read the folder");
    }

    @Override
    public boolean isSameAs(Location other) {
        return other instanceof FolderLocation folder && folder.path.equals(path);
    }
}
