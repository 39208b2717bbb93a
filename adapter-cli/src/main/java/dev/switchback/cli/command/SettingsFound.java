package dev.switchback.cli.command;

import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.Origin;
import dev.switchback.api.config.SettingDescription;
import dev.switchback.api.config.Settings;
import dev.switchback.api.model.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What can be said of the settings alone. */
final class SettingsFound {
    private SettingsFound() {}

    static List<Finding> in(Settings settings) {
        List<Finding> findings = new ArrayList<>();
        String set = settings.describe().stream()
                .filter(setting -> setting.origin().source() != Origin.Source.DEFAULT)
                .filter(setting -> !setting.key().equals(ConfigKey.POOL.name()))
                .map(SettingDescription::toString)
                .collect(Collectors.joining("\n"));
        findings.add(Finding.ok("settings", set.isEmpty() ? "all by default" : set));
        boolean password = settings.get(ConfigKey.PASSWORD).isPresent() && isFile(settings.origin(ConfigKey.PASSWORD));
        boolean inUrl = !settings.get(ConfigKey.URL).secrets().isEmpty() && isFile(settings.origin(ConfigKey.URL));
        if (password || inUrl) {
            findings.add(Finding.warning(
                    "secrets",
                    "a password is in a properties file, which is made to be shared",
                    "give it in DATABASE_URL, DATABASE_PASSWORD_FILE or .env"));
        }
        return findings;
    }

    private static boolean isFile(Origin origin) {
        return origin.source() == Origin.Source.FILE || origin.source() == Origin.Source.PROFILE_FILE;
    }
}
