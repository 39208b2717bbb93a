package dev.switchback.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SettingsTest {
    private static final Path HERE = Path.of("/srv/app");

    @Test
    void describesEveryKeyInOrderWithoutSecrets() {
        Settings settings = SettingsLoader.in(HERE)
                .environment(Map.of(
                        "DATABASE_URL", "postgres://bob:hunter2@db.internal/shop",
                        "DATABASE_PASSWORD", "hunter3",
                        "SWITCHBACK_PLACEHOLDER_X", "hunter4"))
                .load();

        assertThat(settings.describe().stream().map(SettingDescription::toString))
                .startsWith(
                        "url = shop @ db.internal:5432 (environment DATABASE_URL)",
                        "direct-url = (not set) (default)",
                        "username = (not set) (default)",
                        "password = **** (environment DATABASE_PASSWORD)",
                        "engine = auto (default)",
                        "dirs = migrations (default)")
                .endsWith("placeholders.x = **** (environment SWITCHBACK_PLACEHOLDER_X)")
                .hasSize(ConfigKey.all().size() + 1);
        assertThat(settings.toString()).doesNotContain("hunter");
    }

    @Test
    void usernameAndPasswordReplaceThoseOfAUrlFromTheSamePlace() {
        DatabaseUrl url = SettingsLoader.in(HERE)
                .environment(Map.of(
                        "DATABASE_URL", "postgres://bob:one@h/db",
                        "DATABASE_USER", "eve",
                        "DATABASE_PASSWORD", "two"))
                .load()
                .database();

        assertThat(url.user()).contains("eve");
        assertThat(url.password()).contains(Secret.of("two"));
    }

    @Test
    void aUrlFromAStrongerPlaceKeepsItsOwnCredentials() {
        DatabaseUrl url = SettingsLoader.in(HERE)
                .environment(Map.of("DATABASE_USER", "eve", "DATABASE_PASSWORD", "two"))
                .explicit(ConfigKey.URL, "postgres://bob:one@h/db")
                .load()
                .database();

        assertThat(url.user()).contains("bob");
        assertThat(url.password()).contains(Secret.of("one"));
    }

    @Test
    void aUrlWithoutCredentialsGetsThemFromAnywhere() {
        DatabaseUrl url = SettingsLoader.in(HERE)
                .environment(Map.of("DATABASE_USER", "eve", "DATABASE_PASSWORD", "two"))
                .explicit(ConfigKey.URL, "postgres://h/db")
                .load()
                .database();

        assertThat(url.user()).contains("eve");
        assertThat(url.password()).contains(Secret.of("two"));
    }

    @Test
    void sqliteGetsNoCredentials() {
        DatabaseUrl url = SettingsLoader.in(HERE)
                .environment(Map.of("DATABASE_USER", "eve", "DATABASE_PASSWORD", "two"))
                .load()
                .database();

        assertThat(url.user()).isEmpty();
        assertThat(url.password()).isEmpty();
    }

    @Test
    void directUrlWinsUnlessUrlIsFromAStrongerPlace() {
        SettingsLoader loader = SettingsLoader.in(HERE)
                .environment(Map.of("DATABASE_URL", "postgres://pooler/db", "DIRECT_DATABASE_URL", "postgres://h/db"));
        assertThat(loader.load().database().displayName()).isEqualTo("db @ h:5432");

        loader.explicit(ConfigKey.URL, "sqlite:///test.db");
        assertThat(loader.load().database().displayName())
                .isEqualTo(HERE.resolve("test.db").toString());
    }

    @Test
    void aBuilderStartsWithDefaultsAndChangesNothingElse() {
        Settings before = Settings.builder(HERE)
                .set(ConfigKey.URL, DatabaseUrl.parse("sqlite:///x.db"))
                .placeholder("a", "1")
                .build();
        Settings after = before.toBuilder()
                .set(ConfigKey.SCHEMA, Optional.of("s"))
                .placeholder("b", "2")
                .build();

        assertThat(after.baseDir()).isEqualTo(HERE);
        assertThat(after.database().file()).contains(HERE.resolve("x.db"));
        assertThat(after.origin(ConfigKey.URL)).hasToString("explicit");
        assertThat(after.get(ConfigKey.SCHEMA)).contains("s");
        assertThat(after.placeholders()).containsOnlyKeys("a", "b");
        assertThat(before.get(ConfigKey.SCHEMA)).isEmpty();
        assertThat(before.placeholders()).containsOnlyKeys("a");
    }

    @Test
    void aSecretMasksItself() {
        Secret secret = Secret.of("hunter2");

        assertThat(secret).hasToString("****").isEqualTo(Secret.of("hunter2")).isNotEqualTo(Secret.of("other"));
        assertThat(secret.reveal()).isEqualTo("hunter2");
        assertThat(secret).hasSameHashCodeAs(Secret.of("hunter2"));
    }
}
