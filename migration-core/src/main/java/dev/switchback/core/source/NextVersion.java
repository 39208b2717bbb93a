package dev.switchback.core.source;

import dev.switchback.api.error.InvalidRequestException;
import dev.switchback.api.model.MigrationVersion;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/**
 * The version of a new migration.
 *
 * @param version the version
 * @param remark why it is not the present time, if it is not
 */
record NextVersion(MigrationVersion version, Optional<String> remark) {
    // y and not u would accept a year without an era only leniently
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

    /** The present UTC time, or a second after the highest version if that is not earlier. */
    static NextVersion after(Optional<MigrationVersion> highest, Clock clock) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        MigrationVersion version = version(now);
        if (highest.isEmpty() || version.isAfter(highest.get())) {
            return new NextVersion(version, Optional.empty());
        }
        MigrationVersion last = highest.get();
        try {
            LocalDateTime time = LocalDateTime.parse(last.text(), FORMAT);
            return new NextVersion(
                    version(time.plusSeconds(1)),
                    Optional.of(
                            "Its version is not the time of its creation but one second after version " + last + "."));
        } catch (DateTimeException e) {
            throw new InvalidRequestException(
                    "version",
                    "there is already version " + last + ", which is after every timestamp",
                    "give the new migration a higher version yourself (--version)");
        }
    }

    private static MigrationVersion version(LocalDateTime time) {
        return MigrationVersion.of(FORMAT.format(time));
    }
}
