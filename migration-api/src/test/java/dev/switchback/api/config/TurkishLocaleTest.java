package dev.switchback.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.api.error.ConfigurationException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In Turkish, I and i are different letters. */
final class TurkishLocaleTest {
    private final Locale before = Locale.getDefault();

    @BeforeEach
    void speakTurkish() {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    @Test
    void schemesParametersAndWordsStayTheSame() {
        assertThat("TITLE".toLowerCase(Locale.getDefault()))
                .as("the locale is active")
                .isNotEqualTo("title");
        assertThat(DatabaseUrl.parse("SQLITE:///A.db").kind()).isEqualTo(DatabaseKind.SQLITE);
        assertThat(DatabaseUrl.parse("MARIADB://h/db?SSL-MODE=VERIFY_IDENTITY").properties())
                .isEqualTo(Map.of("sslMode", "verify-full"));
        assertThat(DatabaseUrl.parse("postgres://h/db?APPLICATION_NAME=x").properties())
                .isEqualTo(Map.of("ApplicationName", "x"));
        Settings settings = SettingsLoader.in(Path.of("/srv"))
                .environment(Map.of(
                        "SWITCHBACK_INTEGRITY", "REQUIRE-IF-PRESENT",
                        "SWITCHBACK_MISSING", "FAIL",
                        "SWITCHBACK_PLACEHOLDER_ID", "1"))
                .load();
        assertThat(settings.get(ConfigKey.INTEGRITY)).isEqualTo(IntegrityPolicy.REQUIRE_IF_PRESENT);
        assertThat(settings.get(ConfigKey.MISSING)).isEqualTo(MissingPolicy.FAIL);
        assertThat(settings.placeholders()).containsOnlyKeys("id");
    }

    @Test
    void initIsStillRefused() {
        assertThatThrownBy(() -> DatabaseUrl.parse("h2:mem:x;init=SELECT 1"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is refused");
    }
}
