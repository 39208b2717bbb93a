package dev.switchback.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderTreeTest {
    private static final int CHUNK = 1 << 16;

    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 7})
    void readsAllOfAFile(int size) throws IOException {
        byte[] content = file("a.sql", size);
        try (FileTree tree = new FolderTree("migrations", dir, true)) {
            assertThat(tree.read("a.sql")).isEqualTo(content);
        }
    }

    /** The size that was told is no longer that of the file. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK, 2 * CHUNK, 5 * CHUNK})
    void readsAllOfAFileThatHasBecomeLongerOrShorter(int told) throws IOException {
        byte[] content = file("a.sql", 2 * CHUNK + 7);
        try (SeekableByteChannel channel = Files.newByteChannel(dir.resolve("a.sql"))) {
            assertThat(FolderTree.read(channel, told)).isEqualTo(content);
        }
    }

    @Test
    void refusesAFileThatIsTooLarge() throws IOException {
        sparse("dump.sql");
        try (FileTree tree = new FolderTree("migrations", dir, true)) {
            assertThatThrownBy(() -> tree.read("dump.sql"))
                    .isInstanceOf(IOException.class)
                    .hasMessage("it has " + (FileTree.MAX_BYTES + 1) + " bytes; at most " + FileTree.MAX_BYTES
                            + " are read");
        }
    }

    @Test
    void refusesAFileThatBecomesTooLarge() throws IOException {
        sparse("dump.sql");
        try (SeekableByteChannel channel = Files.newByteChannel(dir.resolve("dump.sql"))) {
            assertThatThrownBy(() -> FolderTree.read(channel, 10)).hasMessageContaining("it grows while it is read");
        }
    }

    @Test
    void saysThatThereIsNoFile() throws IOException {
        try (FileTree tree = new FolderTree("migrations", dir, true)) {
            assertThatThrownBy(() -> tree.read("a.sql")).isInstanceOf(NoSuchFileException.class);
        }
    }

    private byte[] file(String name, int size) throws IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        Files.write(dir.resolve(name), content);
        return content;
    }

    private void sparse(String name) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(dir.resolve(name).toFile(), "rw")) {
            file.setLength(FileTree.MAX_BYTES + 1L);
        }
    }
}
