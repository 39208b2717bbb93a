package dev.switchback.cli.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.error.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words and numbers that people and scripts rely on. */
final class WordsTest {

    @ParameterizedTest
    @CsvSource({"0,0 ms", "41,41 ms", "999,999 ms", "1000,1.0 s", "3250,3.2 s", "59999,59.9 s", "125000,2 min 5 s"})
    void saysDurationsForPeople(long millis, String expected) {
        assertThat(Words.duration(Duration.ofMillis(millis))).isEqualTo(expected);
    }

    @Test
    void saysTimesInUtcToTheSecond() {
        assertThat(Words.time(Instant.parse("2026-11-01T12:03:11.987Z"))).isEqualTo("2026-11-01 12:03:11Z");
        assertThat(Words.time(Instant.parse("2026-11-01T12:00:00Z"))).isEqualTo("2026-11-01 12:00:00Z");
    }

    @Test
    void keepsTheNumbersOfTheExitCodes() {
        assertThat(Arrays.stream(ExitCode.values()).map(code -> code.number() + " " + code))
                .containsExactly(
                        "0 OK",
                        "1 INTERNAL",
                        "2 USAGE",
                        "3 PENDING",
                        "4 INVALID",
                        "5 DRIFT",
                        "6 FAILED_CLEAN",
                        "7 FAILED_PARTIAL",
                        "8 LOCKED",
                        "9 UNAVAILABLE",
                        "10 REFUSED",
                        "11 CONFIG",
                        "12 UNSUPPORTED",
                        "130 INTERRUPTED",
                        "143 TERMINATED");
    }

    @Test
    void givesEveryErrorTheExitCodeOfItsName() {
        for (ErrorCode code : ErrorCode.values()) {
            assertThat(ExitCode.of(code).name()).isEqualTo(code.name());
        }
    }

    @Test
    void takesUrlsWithUsersAndPasswordsOutOfMessages() {
        assertThat(Redaction.apply("no 'postgres://a:p@ss@h/d' and password=x&y but h2:mem:a and http://docs"))
                .isEqualTo("no (a URL, not shown) and password=***&y but h2:mem:a and http://docs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1", "a://", "://"})
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void looksAtALongMessageOnce(String part) {
        String text = part.repeat(400_000 / part.length());

        assertThat(Redaction.apply(text)).isEqualTo(text);
    }
}
