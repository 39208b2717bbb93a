package dev.switchback.cli.answer;

import dev.switchback.api.config.SettingDescription;
import dev.switchback.cli.terminal.Page;
import java.util.List;

/**
 * The settings in force, secrets masked.
 *
 * @param settings the settings
 * @param origin whether to say where each comes from
 */
public record ConfigAnswer(List<SettingDescription> settings, boolean origin) implements Answer {

    /** Copies the list. */
    public ConfigAnswer {
        settings = List.copyOf(settings);
    }

    @Override
    public void describe(Page page) {
        for (SettingDescription setting : settings) {
            page.line(origin ? setting.toString() : setting.key() + " = " + setting.value());
        }
    }

    @Override
    public void describe(Document document) {
        document.list(
                "settings",
                settings,
                (setting, to) -> to.put("key", setting.key())
                        .put("value", setting.value())
                        .put("origin", setting.origin().toString()));
    }
}
