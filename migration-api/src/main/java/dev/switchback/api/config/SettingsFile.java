package dev.switchback.api.config;

import dev.switchback.api.error.ConfigurationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a small text file whole. Its errors contain nothing of the file. */
final class SettingsFile {
    private static final int MAX_BYTES = 1 << 20;

    private SettingsFile() {}

    /**
     * The text without byte order mark, its line ends all LF.
     *
     * @return empty if there is no such file
     */
    static Optional<String> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw problem(file, "the file is larger than 1 MiB", "is it the right file?");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return Optional.of(withoutMark.replace("\r\n", "\n").replace('\r', '\n'));
        } catch (CharacterCodingException e) {
            throw problem(file, "the file is not UTF-8", "save it as UTF-8");
        } catch (IOException e) {
            throw problem(file, "the file cannot be read", "make " + file + " a readable file, or remove it");
        }
    }

    static ConfigurationException problem(Path file, String reason, String next) {
        return new ConfigurationException(String.valueOf(file.getFileName()), reason, next);
    }
}
