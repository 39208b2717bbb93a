package dev.switchback.core.source;

import dev.switchback.api.model.CreateResult;
import dev.switchback.api.model.CreateResult.NewFile;
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
    private final boolean dryRun;
    private final List<Path> written = new ArrayList<>();

    NewFiles(FolderLocation folder, SortedMap<String, String> sumLines, boolean dryRun) {
        this.folder = folder;
        this.sumLines = new TreeMap<>(sumLines);
        this.dryRun = dryRun;
    }

    /** Writes a file that must not exist yet; a link of that name counts as existing. */
    NewFile add(String name, String text) throws IOException {
        Path root = folder.path().toRealPath();
        Path file = root.resolve(name).normalize();
        if (!root.equals(file.getParent())) {
            throw new IOException("'" + Printable.text(name) + "' would lie outside the folder");
        }
        if (!dryRun) {
            write(file, text);
        }
        sumLines.put(name, SumFile.DRAFT);
        return new NewFile(folder.path().resolve(name), text);
    }

    private void write(Path file, String text) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            written.add(file);
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Writes the manifest; the files stay. */
    CreateResult finish(NewFile up, Optional<NewFile> down) {
        MigrationsSum sum = new MigrationsSum(folder);
        if (!dryRun) {
            sum.write(sumLines);
        }
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
