package dev.switchback.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A folder with migration files.
 *
 * @param path the folder; exists
 */
public record MigrationFolder(Path path) {

    /** Creates the folder. */
    public MigrationFolder {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes the folder hold exactly these migrations.
     *
     * @param scripts the migrations
     * @return this
     */
    public MigrationFolder write(List<Scripts> scripts) {
        clear();
        for (Scripts script : scripts) {
            put(script.file(), directive(script) + script.upSql());
            script.downSql().ifPresent(sql -> put(script.downFile(), directive(script) + sql));
        }
        return this;
    }

    /**
     * Makes the folder hold exactly these migrations, with a byte order mark and CRLF, as some editors write them.
     *
     * @param scripts the migrations
     * @return this
     */
    public MigrationFolder writeCrlf(List<Scripts> scripts) {
        write(scripts);
        for (Path file : files()) {
            put(file.getFileName().toString(), "\uFEFF" + read(file).replace("\n", "\r\n"));
        }
        return this;
    }

    /**
     * Writes one file.
     *
     * @param name its name, or its path in the folder
     * @param text its text
     * @return this
     */
    public MigrationFolder put(String name, String text) {
        return put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes one file.
     *
     * @param name its name, or its path in the folder
     * @param bytes its bytes
     * @return this
     */
    public MigrationFolder put(String name, byte[] bytes) {
        try {
            Path file = path.resolve(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String directive(Scripts script) {
        return switch (script.transaction()) {
            case AUTO -> "";
            case OFF -> "-- switchback: transaction=off\n";
        };
    }

    private void clear() {
        for (Path file : files()) {
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(path)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
