package dev.switchback.startup.spring;

/** The setting {@code health.enabled}, in any form that a setting may have: {@code no} and {@code 0} are false too. */
final class HealthIsWanted extends SettingsCondition {

    HealthIsWanted() {
        super(true);
    }

    @Override
    boolean holds(SpringProperties settings) {
        return settings.wantsHealth();
    }
}
