package dev.switchback.core.source;

import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.IntegrityPolicy;
import dev.switchback.api.config.Settings;
import dev.switchback.core.port.NativeFormat;
import dev.switchback.core.sql.PlaceholderText;
import java.util.Objects;
import java.util.Optional;

/**
 * How migrations are read.
 *
 * @param integrity whether {@code migrations.sum} is checked
 * @param replacePlaceholders whether placeholders are replaced in files that do not say so themselves
 * @param placeholders their values
 * @param nativeFormat what reads the files that are not SQL; empty if the engine has nothing for them
 */
record SourceOptions(
        IntegrityPolicy integrity,
        boolean replacePlaceholders,
        PlaceholderText placeholders,
        Optional<NativeFormat> nativeFormat) {
    SourceOptions {
        Objects.requireNonNull(integrity, "integrity");
        Objects.requireNonNull(placeholders, "placeholders");
        Objects.requireNonNull(nativeFormat, "nativeFormat");
    }

    /** For SQL files only. */
    SourceOptions(IntegrityPolicy integrity, boolean replacePlaceholders, PlaceholderText placeholders) {
        this(integrity, replacePlaceholders, placeholders, Optional.empty());
    }

    static SourceOptions of(Settings settings, Optional<NativeFormat> nativeFormat) {
        return new SourceOptions(
                settings.get(ConfigKey.INTEGRITY),
                settings.get(ConfigKey.PLACEHOLDERS_ENABLED),
                PlaceholderText.of(settings.placeholders()),
                nativeFormat);
    }
}
