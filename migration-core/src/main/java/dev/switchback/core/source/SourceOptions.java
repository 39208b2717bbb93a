package dev.switchback.core.source;

import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.IntegrityPolicy;
import dev.switchback.api.config.Settings;
import dev.switchback.core.sql.PlaceholderText;
import java.util.Objects;

/**
 * How migrations are read.
 *
 * @param integrity whether {@code migrations.sum} is checked
 * @param replacePlaceholders whether placeholders are replaced in files that do not say so themselves
 * @param placeholders their values
 */
record SourceOptions(IntegrityPolicy integrity, boolean replacePlaceholders, PlaceholderText placeholders) {
    SourceOptions {
        Objects.requireNonNull(integrity, "integrity");
        Objects.requireNonNull(placeholders, "placeholders");
    }

    static SourceOptions of(Settings settings) {
        return new SourceOptions(
                settings.get(ConfigKey.INTEGRITY),
                settings.get(ConfigKey.PLACEHOLDERS_ENABLED),
                PlaceholderText.of(settings.placeholders()));
    }
}
