package dev.switchback.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteTimeTest {

    @Test
    void readsWhatStrftimeWrites() {
        assertThat(SqliteTime.read("2026-11-26 04:23:02.089")).contains(Instant.parse("2026-11-26T04:23:02.089Z"));
    }

    @Test
    void readsOtherPrecisionsAndTheSeparatorOfIso() {
        assertThat(SqliteTime.read("2026-11-26 04:23:02")).contains(Instant.parse("2026-11-26T04:23:02Z"));
        assertThat(SqliteTime.read("2026-11-26 04:23")).contains(Instant.parse("2026-11-26T04:23:00Z"));
        assertThat(SqliteTime.read("2026-11-26T04:23:02.123456"))
                .contains(Instant.parse("2026-11-26T04:23:02.123456Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "1700000000000",
                "2026-02-30 04:23:02.089",
                "2026-13-01 04:23:02.089",
                "2026-11-26 24:23:02.089",
                "2026-11-26 04:23:02,089",
                "2026-11-26 04:23:02.-89"
            })
    void takesNothingElseForATime(String text) {
        assertThat(SqliteTime.read(text)).isEmpty();
    }
}
