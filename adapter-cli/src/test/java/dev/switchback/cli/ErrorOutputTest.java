package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.error.EngineFailureException;
import dev.switchback.api.error.EngineNotFoundException;
import dev.switchback.api.error.HistoryMismatchException;
import dev.switchback.api.error.InvalidMigrationSourceException;
import dev.switchback.api.error.InvalidTargetException;
import dev.switchback.api.error.IrreversibleMigrationException;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.error.MigrationLockException;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.error.UnsupportedCapabilityException;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.LockHolder;
import dev.switchback.api.model.Problem;
import dev.switchback.cli.CommandLineRun.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of error, as text and as JSON. */
final class ErrorOutputTest {

    @TempDir
    private Path folder;

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of(new EngineFailureException("flyway", DatabaseState.UNKNOWN, "broke", null), 1, "INTERNAL"),
                Arguments.of(new InvalidTargetException("9", "is not known", List.of()), 2, "USAGE"),
                Arguments.of(new HistoryMismatchException(List.of(Samples.CHANGED)), 4, "INVALID"),
                Arguments.of(new InvalidMigrationSourceException(List.of(Samples.CHANGED)), 4, "INVALID"),
                Arguments.of(failed(DatabaseState.UNCHANGED), 6, "FAILED_CLEAN"),
                Arguments.of(failed(DatabaseState.PARTIAL), 7, "FAILED_PARTIAL"),
                Arguments.of(
                        MigrationLockException.notFree(Duration.ofSeconds(60), Samples.holder(LockHolder.Kind.RUN)),
                        8,
                        "LOCKED"),
                Arguments.of(
                        new DatabaseAccessException("shop", "no route", "08001", 17, "start it", null),
                        9,
                        "UNAVAILABLE"),
                Arguments.of(new ConfigurationException("url", "is malformed", "mend it"), 11, "CONFIG"),
                Arguments.of(new EngineNotFoundException(null, List.of(), "no engine", "add one"), 11, "CONFIG"),
                Arguments.of(new IrreversibleMigrationException(List.of("V1__first.sql")), 12, "UNSUPPORTED"),
                Arguments.of(new UnsupportedCapabilityException("flyway", "flight", "walk"), 12, "UNSUPPORTED"));
    }

    private static MigrationFailedException failed(DatabaseState state) {
        return new MigrationFailedException(
                "V3__third.sql",
                Samples.STATEMENT,
                state,
                Samples.run(Direction.UP),
                List.of(),
                "V3__third.sql failed: no such table: x",
                "mend the file",
                null);
    }

    @ParameterizedTest
    @MethodSource("errors")
    void saysWhatHappenedTheStateAndWhatToDo(SwitchbackException error, int exitCode, String code) {
        FakeMigrations fake = FakeMigrations.failing(error);
        Outcome outcome = CommandLineRun.in(folder, fake).run("upgrade");
        assertThat(outcome.exitCode()).as(code).isEqualTo(exitCode);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("✗ Error: "
                        + String.valueOf(error.getMessage()).lines().findFirst().orElseThrow())
                .contains("\nState: ")
                .contains("\nNext:  ")
                .doesNotContain("\tat ");
        assertThat(fake.closedWhatItOpened()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("errors")
    void isOneJsonDocumentIfAskedFor(SwitchbackException error, int exitCode, String code) {
        Outcome outcome =
                CommandLineRun.in(folder, FakeMigrations.failing(error)).run("upgrade", "--json");
        assertThat(outcome.exitCode()).isEqualTo(exitCode);
        assertThat(outcome.json())
                .containsEntry("schemaVersion", 1)
                .containsEntry("command", "upgrade")
                .containsEntry("ok", false)
                .containsEntry("exitCode", exitCode)
                .containsEntry("result", code);
        assertThat(outcome.json().get("error")).isInstanceOfSatisfying(Map.class, e -> {
            assertThat(e.get("code")).isEqualTo(code);
            assertThat(e.get("message")).isEqualTo(error.getMessage());
            assertThat(e.get("hint")).isEqualTo(error.nextStep());
            assertThat(e.get("databaseState")).isIn("unchanged", "partial", "unknown");
        });
    }

    /** The second command is named by its option alone; pasted without the others, it would settle another database. */
    @Test
    void theWaysOutOfADoubtNameTheOptionsThatChoseTheDatabase() {
        Problem doubt = new Problem(
                Problem.Kind.FAILED,
                "U3__third.sql",
                Samples.FIRST.version(),
                "U3__third.sql stopped half-way",
                "look whether statement 1 took effect; if it did: switchback repair --resume 3 --from 2, if not: --from 1\n"
                        + "or finish it by hand, then: switchback repair --mark-reverted 3, or undo it by hand, then:"
                        + " --mark-applied 3");
        Outcome outcome = CommandLineRun.in(
                        folder, FakeMigrations.failing(new HistoryMismatchException(List.of(doubt))))
                .run("upgrade", "--url", "sqlite:///other.db");

        assertThat(outcome.err()).contains("then: --mark-applied 3, with the same --url");
    }

    @Test
    void tellsWhereAMigrationFailedAndWhatStaysApplied() {
        Outcome outcome = CommandLineRun.in(folder, FakeMigrations.failing(failed(DatabaseState.PARTIAL)))
                .run("upgrade");
        assertThat(outcome.err())
                .contains("V3__third.sql:7\n")
                .contains("| ALTER TABLE x\n")
                .contains("State: 1 of 3 statements of V3__third.sql IS applied; the history is at 2."
                        + " 1 migration before it stays applied.");
    }

    @Test
    void tellsWhatIsInDoubt() {
        Outcome outcome = CommandLineRun.in(folder, FakeMigrations.failing(failed(DatabaseState.UNKNOWN)))
                .run("upgrade");
        assertThat(outcome.err())
                .contains(
                        "State: 1 of 3 statements of V3__third.sql IS applied; it cannot be told whether statement 2 of"
                                + " V3__third.sql took effect, in whole or in part. 1 migration before it stays applied.");
    }

    @Test
    void givesProgramsTheFailedStatementAndWhatWasDoneBefore() {
        Outcome outcome = CommandLineRun.in(folder, FakeMigrations.failing(failed(DatabaseState.UNCHANGED)))
                .run("upgrade", "--json");
        assertThat(outcome.json()).containsEntry("direction", "up").containsEntry("to", "2");
        assertThat(outcome.json().get("error"))
                .isInstanceOfSatisfying(
                        Map.class,
                        e -> assertThat(e.toString())
                                .contains(
                                        "sqlState=42S02",
                                        "vendorCode=1005",
                                        "file=V3__third.sql",
                                        "line=7",
                                        "statement=2"));
    }

    @Test
    void callsABugABug() {
        Outcome outcome = CommandLineRun.in(folder, FakeMigrations.failing(new IllegalStateException("oops")))
                .run("upgrade");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("unexpected error", "oops", "--debug")
                .doesNotContain("\tat ");
    }

    @Test
    void showsTheStackTraceOnlyWithDebug() {
        Outcome outcome = CommandLineRun.in(folder, FakeMigrations.failing(new IllegalStateException("oops")))
                .run("upgrade", "--debug");
        assertThat(outcome.err()).contains("\tat dev.switchback.cli.ErrorOutputTest");
    }

    @Test
    void takesControlCharactersOutOfNames() {
        Outcome outcome = CommandLineRun.in(
                        folder,
                        FakeMigrations.failing(new InvalidTargetException("a\u001b[31mb", "x\u202ey", List.of())))
                .run("upgrade");
        assertThat(outcome.err()).contains("'a[31mb': xy").doesNotContain("\u001b");
    }

    @Test
    void hidesUrlsAndPasswordsThatAMessageQuotes() {
        Outcome outcome = CommandLineRun.in(
                        folder,
                        FakeMigrations.failing(new IllegalStateException(
                                "cannot open postgres://app:geheim@db/shop with password=geheim")))
                .run("upgrade", "--json");
        assertThat(outcome.out() + outcome.err()).doesNotContain("geheim").contains("(a URL, not shown)");
    }
}
