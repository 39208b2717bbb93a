package dev.switchback.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ValueTypesTest {
    private static final Path HERE = Path.of("/srv");

    @ParameterizedTest
    @CsvSource({
        "5s, PT5S, 5s",
        "2m, PT2M, 120s",
        "1h, PT1H, 3600s",
        "500ms, PT0.5S, 500ms",
        "PT5M, PT5M, 300s",
        "pt1.5s, PT1.5S, 1500ms",
        "0s, PT0S, 0s",
        "5S, PT5S, 5s",
        "PT0.0000001S, PT0.0000001S, PT0.0000001S"
    })
    void readsDurations(String text, Duration duration, String shown) {
        assertThat(ConfigKey.LOCK_TIMEOUT.parse(text, HERE)).isEqualTo(duration);
        assertThat(ConfigKey.LOCK_TIMEOUT.shown(duration)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5 s", "-5s", "PT-5S", "-PT5S", "5d", "99999999999s", "five"})
    void refusesOtherDurations(String text) {
        assertThatThrownBy(() -> ConfigKey.LOCK_TIMEOUT.parse(text, HERE))
                .isInstanceOf(MalformedValueException.class)
                .hasMessageContaining("is not a duration");
    }

    @ParameterizedTest
    @CsvSource({"576h, PT576H", "P24D, PT576H", "999999999ms, PT277H46M39.999S"})
    void readsDurationsThatAnIntOfMillisecondsHolds(String text, Duration duration) {
        assertThat(ConfigKey.LOCK_TIMEOUT.parse(text, HERE)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999h", "577h", "P25D", "PT2562047788015215H", "PT576H0.001S"})
    void refusesDurationsThatDatabasesCannotTake(String text) {
        assertThatThrownBy(() -> ConfigKey.STATEMENT_TIMEOUT.parse(text, HERE))
                .isInstanceOfSatisfying(MalformedValueException.class, refused -> {
                    assertThat(refused.reason()).isEqualTo('"' + text + "\" is longer than 24 days");
                    assertThat(refused.next()).isEqualTo("write 576h or less");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"My \"App", "\"app\"", "`app`"})
    void refusesNamesWithQuotationMarks(String text) {
        for (ConfigKey<?> key :
                List.of(ConfigKey.SCHEMA, ConfigKey.HISTORY_TABLE, ConfigKey.HISTORY_SCHEMA, ConfigKey.ROLE)) {
            assertThatThrownBy(() -> key.parse(text, HERE))
                    .isInstanceOf(MalformedValueException.class)
                    .hasMessageContaining("has a quotation mark in it");
        }
    }

    @ParameterizedTest
    @CsvSource({"true, true", "1, true", "YES, true", "false, false", "0, false", "No, false"})
    void readsBooleans(String text, boolean value) {
        assertThat(ConfigKey.POOL.parse(text, HERE)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "OUT_OF_SERVICE, OUT_OF_SERVICE",
        "out-of-service, OUT_OF_SERVICE",
        "Down, DOWN",
        "up, UP",
    })
    void readsAStatusAsSpringAndPeopleWriteIt(String text, PendingStatus status) {
        assertThat(ConfigKey.HEALTH_PENDING_STATUS.parse(text, HERE)).isEqualTo(status);
        assertThat(ConfigKey.HEALTH_PENDING_STATUS.shown(status)).isEqualTo(status.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "out of service"})
    void refusesOtherStatuses(String text) {
        assertThatThrownBy(() -> ConfigKey.HEALTH_PENDING_STATUS.parse(text, HERE))
                .isInstanceOf(MalformedValueException.class)
                .hasMessageContaining("is not one of OUT_OF_SERVICE, DOWN, UP");
    }
}
