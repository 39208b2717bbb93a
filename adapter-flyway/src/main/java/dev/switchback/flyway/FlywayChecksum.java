package dev.switchback.flyway;

import dev.switchback.api.model.MigrationKind;
import dev.switchback.core.domain.MigrationScript;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Flyway's checksum: the CRC32 of all lines in UTF-8, without their line ends
 * (<a href="https://documentation.red-gate.com/flyway/flyway-concepts/migrations">migrations</a>). Computed here, because
 * reading a history must not load Flyway.
 */
final class FlywayChecksum {

    private FlywayChecksum() {}

    /** The checksum that plain Flyway records for a migration: of a repeatable one, with placeholders replaced. */
    static int of(MigrationScript script) {
        return of(
                script.kind() == MigrationKind.REPEATABLE
                        ? script.up().sql()
                        : script.up().text());
    }

    static int of(String text) {
        CRC32 crc = new CRC32();
        text.lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) crc.getValue();
    }
}
