package dev.switchback.core.source;

import dev.switchback.core.port.MigrationSource;
import dev.switchback.tck.MigrationSourceContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

final class JarSourceContractTest extends MigrationSourceContract {
    @TempDir
    private Path jars;

    @Override
    protected MigrationSource source(Path files) {
        Path root = files.resolve("../..").normalize();
        Path jar = jars.resolve("app with spaces.jar");
        String location = "classpath:" + TestSources.slashed(root.relativize(files));
        // packed at each reading, because the files change between two
        return () -> {
            pack(root.resolve("db"), root, jar);
            return TestSources.open(location, TestSources.loader(jar)).load();
        };
    }

    private static void pack(Path folder, Path root, Path jar) {
        try (Stream<Path> walk = Files.exists(folder) ? Files.walk(folder) : Stream.empty();
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            List<Path> paths = walk.toList();
            for (Path path : paths) {
                boolean isFolder = Files.isDirectory(path);
                out.putNextEntry(new JarEntry(TestSources.slashed(root.relativize(path)) + (isFolder ? "/" : "")));
                if (!isFolder) {
                    out.write(Files.readAllBytes(path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
