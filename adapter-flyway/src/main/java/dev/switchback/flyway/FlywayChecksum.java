package dev.switchback.flyway;

import dev.switchback.api.model.MigrationKind;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.sql.ScriptText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/**
 * Flyway's checksum: the CRC32 of all lines in UTF-8, without their line ends
 * (<a href="https://documentation.red-gate.com/flyway/flyway-concepts/migrations">migrations</a>). Computed here, because
 * reading a history must not load Flyway.
 */
final class FlywayChecksum {

    private static final int PIECE = 8192;

    private FlywayChecksum() {}

    /** The checksum that plain Flyway records for a migration: of a repeatable one, with placeholders replaced. */
    static int of(MigrationScript script) {
        return of(
                script.kind() == MigrationKind.REPEATABLE
                        ? script.up().sql()
                        : script.up().text());
    }

    static int of(ScriptText text) {
        CRC32 crc = new CRC32();
        byte[] some = new byte[Math.min(PIECE, text.size() + 1)];
        try (InputStream in = text.bytes()) {
            for (int count = in.read(some); count > 0; count = in.read(some)) {
                crc.update(some, 0, withoutLineEnds(some, count));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (int) crc.getValue();
    }

    /** Moves the bytes together, and says how many are left; in UTF-8 a line end is no part of another character. */
    private static int withoutLineEnds(byte[] bytes, int count) {
        int length = 0;
        for (int i = 0; i < count; i++) {
            if (bytes[i] != '\n' && bytes[i] != '\r') {
                bytes[length++] = bytes[i];
            }
        }
        return length;
    }
}
