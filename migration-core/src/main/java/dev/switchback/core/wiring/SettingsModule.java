package dev.switchback.core.wiring;

import dagger.Module;
import dagger.Provides;
import dev.switchback.api.config.AheadPolicy;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.api.config.MissingPolicy;
import dev.switchback.api.config.Settings;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.api.spi.OpenRequest;
import dev.switchback.core.domain.Policies;
import dev.switchback.core.usecase.RunOptions;
import dev.switchback.core.usecase.SafeListener;
import jakarta.inject.Singleton;

/** What the settings say. */
@Module
final class SettingsModule {
    private SettingsModule() {}

    @Provides
    static Settings settings(OpenRequest request) {
        return request.settings();
    }

    @Provides
    @Singleton
    static MigrationListener listener(OpenRequest request) {
        return new SafeListener(request.listener());
    }

    @Provides
    @Singleton
    static RunOptions options(Settings settings) {
        Policies policies = new Policies(
                settings.get(ConfigKey.OUT_OF_ORDER),
                settings.get(ConfigKey.MISSING) == MissingPolicy.FAIL,
                settings.get(ConfigKey.AHEAD) == AheadPolicy.FAIL);
        return new RunOptions(
                policies,
                settings.get(ConfigKey.TRANSACTION),
                settings.get(ConfigKey.LOCK_TIMEOUT),
                settings.get(ConfigKey.DDL_LOCK_TIMEOUT),
                settings.get(ConfigKey.DDL_RETRIES),
                settings.get(ConfigKey.ALLOW_NON_EMPTY));
    }

    @Provides
    @Singleton
    static DatabaseUrl url(Settings settings) {
        return settings.database();
    }
}
