package dev.switchback.core.source;

import dev.switchback.api.model.CreateResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of one new migration: closing removes them again unless they were finished. Used by one thread. */
final class NewFiles implements AutoCloseable {
    private final FolderLocation folder;
    private final SortedMap<String, String> sumLines;
    private final List<Path> written = new ArrayList<>();

    NewFiles(FolderLocation folder, SortedMap<String, String> sumLines) {
        this.folder = folder;
        this.sumLines = new TreeMap<>(sumLines);
    }

    /** Writes a file that must not exist yet; a link of that name counts as existing. */
    Path add(String name, String text) throws IOException {
        Path root = folder.path().toRealPath();
        Path file = root.resolve(name).normalize();
        if (!root.equals(file.getParent())) {
            throw new IOException("'" + Printable.text(name) + "' would lie outside the folder");
        }
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            written.add(file);
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        sumLines.put(name, SumFile.DRAFT);
        return folder.path().resolve(name);
    }

    /** Writes the manifest; the files stay. */
    CreateResult finish(Path up, Optional<Path> down) {
        MigrationsSum sum = new MigrationsSum(folder);
        sum.write(sumLines);
        written.clear();
        return new CreateResult(up, down, sum.file());
    }

    @Override
    public void close() throws IOException {
        for (Path file : written) {
            Files.deleteIfExists(file);
        }
    }
}
