package dev.switchback.startup.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void namesTheSettingThatChoosesAnEngineAsSpringHasIt() {
        assertThat(failed(SpringStart.bare("auto", "verify")))
                .contains(
                        "several engines are on the class path (flyway, liquibase) and none is chosen",
                        "choose one: switchback.engine=flyway")
                .doesNotContain("--engine", "switchback.properties");
    }

    @Test
    void namesEverySettingAsSpringHasIt() {
        assertThat(failed(SpringStart.bare("flyway", "verify")
                        .with("spring.datasource.url", "jdbc:postgresql://127.0.0.1:1/shop")
                        .with("spring.datasource.hikari.connection-timeout", "250")))
                .contains("to wait for it: switchback.connect.wait=60s");
    }

    /** Wherever in Spring that is found out: in a condition, before there are beans, when the settings are made. */
    @ParameterizedTest
    @CsvSource({
        "switchback.startup.mode, verfy, startup.mode",
        "switchback.statrup.mode, verify, switchback.statrup.mode",
        "switchback.health.enabled, perhaps, health.enabled",
        "switchback.data-source, nowhere, switchback.data-source",
        "switchback.direct-url, postgres://app@${NOBODY_SETS_IT}/shop, direct-url",
        "spring.flyway.enabled, true, spring.flyway.enabled",
        "switchback.engine, auto, several engines"
    })
    void tellsAWrongSettingInOneLineOfTheLogToo(String property, String value, String wrong) {
        assertThat(failed(SpringStart.bare("flyway", "upgrade").with(property, value))
                        .lines()
                        .filter(line -> line.contains("dev.switchback.startup.MigrateOnStartup")))
                .singleElement()
                .asString()
                .contains("ERROR", "Migrations: " + wrong, "; CONFIG, the database is UNCHANGED; next: ");
    }

    /** What is printed of a start in that mode. */
    private static String failed(String mode) {
        return failed(SpringStart.bare("flyway", mode));
    }

    private static String failed(SpringStart start) {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            assertThatThrownBy(start::run).isNotNull();
        } finally {
            System.setErr(before);
        }
        return log.toString(StandardCharsets.UTF_8);
    }
}
