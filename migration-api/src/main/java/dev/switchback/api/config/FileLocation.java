package dev.switchback.api.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A database in a file of its own.
 *
 * @param prefix the JDBC URL before the path
 * @param path as it was written, relative or absolute, without the extension
 * @param suffix the JDBC URL after the path
 * @param style how the path is written into the URL
 */
record FileLocation(String prefix, Path path, String suffix, Style style) implements Location {
    /** Each driver ends the path at a character of its own. */
    enum Style {
        SQLITE('?', ""),
        SQLITE_URI('\0', ""),
        H2(';', ".mv.db");

        private final char end;
        private final String extension;

        Style(char end, String extension) {
            this.end = end;
            this.extension = extension;
        }
    }

    FileLocation {
        // a base directory can bring such a character in as well, and the driver would take what follows for settings
        if (path.toString().indexOf(style.end) >= 0) {
            throw new MalformedValueException(
                    "the absolute path of the database file contains a '" + style.end
                            + "', where the driver would end the path",
                    "move or rename the file or its folder");
        }
    }

    static Path path(String text) {
        if (text.isEmpty() || text.endsWith("/") || text.endsWith("\\")) {
            throw new MalformedValueException("the path of the database file is empty or a folder", "name a file");
        }
        Location.requireNoCredentials(text);
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new MalformedValueException(
                    "the path of the database file has a character that this system does not allow", "rename the file");
        }
    }

    @Override
    public String jdbcUrl() {
        String text = path.toString();
        if (style == Style.SQLITE_URI) {
            return prefix + Percent.encode(text.replace('\\', '/'), "/:") + suffix;
        }
        return prefix + text + suffix;
    }

    @Override
    public String displayName() {
        return path.toString();
    }

    @Override
    public Optional<Path> file() {
        return Optional.of(path.resolveSibling(path.getFileName() + style.extension));
    }

    @Override
    public Location resolveAgainst(Path baseDir) {
        Path absolute = baseDir.toAbsolutePath().resolve(path);
        // ".." after a symbolic link is not the lexical parent: leave such a path to the file system
        boolean lexical = !absolute.toString().contains("..");
        return new FileLocation(prefix, lexical ? absolute.normalize() : absolute, suffix, style);
    }
}
