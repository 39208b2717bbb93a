package dev.switchback.startup.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a person sees of a start that failed. */
final class StartFailureAnalyzerTest {

    @Test
    void saysWhatHappenedAndWhatToDoInsteadOfAStackTrace() {
        assertThat(failed("verify"))
                .contains(
                        "APPLICATION FAILED TO START",
                        "The database is not as this application needs it: ",
                        "2 migrations are not applied: V1__create_book.sql, V2__first_book.sql",
                        "State of the database: UNCHANGED",
                        "switchback upgrade")
                .doesNotContain("\tat dev.switchback");
    }

    @Test
    void doesNotBlameTheDatabaseForAWrongSetting() {
        assertThat(failed("verfy"))
                .contains("APPLICATION FAILED TO START", "The migrations are not set up as they should be: ")
                .doesNotContain("The database is not as");
    }

    /** What is printed of a start in that mode. */
    private static String failed(String mode) {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            assertThatThrownBy(() -> SpringStart.bare("flyway", mode).run()).isNotNull();
        } finally {
            System.setErr(before);
        }
        return log.toString(StandardCharsets.UTF_8);
    }
}
