package dev.switchback.cli.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.cli.terminal.Page;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Times in text are in UTC unless another zone is asked for, and always say which it is. */
class LocalTimeTest {

    private static final Instant SUMMER = Instant.parse("2026-07-01T22:30:00.5Z");
    private static final Instant WINTER = Instant.parse("2026-11-01T12:03:11Z");

    private static String time(Instant instant, String zone) {
        return Words.time(instant, new Page(80, true, Optional.of(ZoneId.of(zone)), false));
    }

    @Test
    void isUtcUnlessAZoneIsAskedFor() {
        assertThat(Words.time(SUMMER, new Page(80, true))).isEqualTo("2026-07-01 22:30:00Z");
    }

    @Test
    void hasTheOffsetThatTheZoneHadThen() {
        assertThat(time(SUMMER, "Europe/Berlin")).isEqualTo("2026-07-02 00:30:00+02:00");
        assertThat(time(WINTER, "Europe/Berlin")).isEqualTo("2026-11-01 13:03:11+01:00");
        assertThat(time(WINTER, "Asia/Kolkata")).isEqualTo("2026-11-01 17:33:11+05:30");
        assertThat(time(WINTER, "UTC")).isEqualTo("2026-11-01 12:03:11Z");
    }
}
