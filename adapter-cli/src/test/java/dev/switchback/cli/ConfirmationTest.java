package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.cli.CommandLineRun.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is lost without somebody having said so. The database is {@code /data/shop.db}. */
final class ConfirmationTest {

    @TempDir
    private Path folder;

    private FakeMigrations fake = FakeMigrations.sound();

    @BeforeEach
    void startAfresh() {
        fake = FakeMigrations.sound();
    }

    private CommandLineRun run() {
        return CommandLineRun.in(folder, fake);
    }

    private void assertRefused(Outcome outcome) {
        assertThat(outcome.exitCode()).isEqualTo(10);
        assertThat(outcome.err()).contains("State: nothing was changed.");
        assertThat(fake.changes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "yes", "Y", " y "})
    void goesOnAfterYes(String answer) {
        Outcome outcome = run().typing(answer).run("downgrade", "-1");
        assertThat(outcome.exitCode()).isZero();
        assertThat(fake.changes).containsExactly("downgrade base");
        assertThat(outcome.err())
                .startsWith("This will revert 1 migration on /data/shop.db (SQLite) with flyway:\n"
                        + "  1  first  by U1__first.sql\nContinue? [y/N] ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n", "no", "yep", "-y", "shop.db"})
    void refusesAnythingButYes(String answer) {
        assertRefused(run().typing(answer).run("downgrade", "-1"));
    }

    @Test
    void refusesAtTheEndOfTheInput() {
        assertRefused(run().typing().run("downgrade", "-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"downgrade -1", "stamp head", "repair --forget-missing 1", "repair --resume 2 --from 4"})
    void refusesWithoutAPersonAndNamesTheFlag(String command) {
        Outcome outcome = run().run(command.split(" "));
        assertRefused(outcome);
        assertThat(outcome.err()).contains("switchback " + command + " --yes");
    }

    @Test
    void namesACommandThatCanBeCopiedWhateverTheWordsAre() {
        assertThat(run().run("repair", "--forget-missing", "R__it's new.sql").err())
                .contains("switchback repair --forget-missing 'R__it'\\''s new.sql' --yes");
        assertThat(run().run("repair", "--forget-missing", "R__this -- or that.sql")
                        .err())
                .contains("switchback repair --forget-missing 'R__this -- or that.sql' --yes");
        assertThat(run().run("engine", "--", "repair", "a -- b").err())
                .contains("switchback engine --yes -- repair 'a -- b'");
        assertThat(run().run("stamp", "@before summer").err()).contains("switchback stamp '@before summer' --yes");
        assertThat(run().run("engine", "--", "repair", "-Dwhy=a b", "$HOME").err())
                .contains("switchback engine --yes -- repair '-Dwhy=a b' '$HOME'");
    }

    /** Pasted without them, the command would change another database. */
    @Test
    void namesTheOptionsThatChoseTheDatabase() {
        assertThat(run().run("--url", "sqlite:///other.db", "stamp", "1", "--engine", "flyway")
                        .err())
                .contains("switchback stamp 1 --yes, with the same --url and --engine");
        assertThat(run().run("stamp", "1", "--history-table", "mine", "--history-schema", "there")
                        .err())
                .contains("switchback stamp 1 --yes, with the same --history-table and --history-schema");
    }

    @Test
    void asksNobodyWithNoInputOrInCi() {
        assertRefused(run().typing("y").run("downgrade", "-1", "--no-input"));
        assertRefused(run().typing("y").variable("CI", "true").run("downgrade", "-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"downgrade -1 --yes", "-y downgrade -1", "stamp head -y", "repair --mark-applied 1 --yes"})
    void asksNothingWithYes(String command) {
        assertThat(run().run(command.split(" ")).exitCode()).isZero();
        assertThat(fake.changes).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"downgrade base", "stamp base"})
    void wantsTheNameOfTheDatabaseForBase(String command) {
        Outcome outcome = run().typing("shop.db").run(command.split(" "));
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).contains("Type the name of the database, shop.db, to continue: ");
        assertThat(fake.changes).containsExactly(command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stamp -1", "stamp @start"})
    void wantsTheNameForWhateverLeadsToBase(String command) {
        assertThat(run().run((command + " --yes").split(" ")).exitCode()).isZero();
        fake = FakeMigrations.sound();
        fake.located = Optional.empty();
        Outcome outcome = run().run((command + " --yes").split(" "));
        assertRefused(outcome);
        assertThat(outcome.err()).contains("switchback " + command + " --yes --confirm=shop.db");
    }

    @Test
    void refusesAPlanWhoseFileShowsSomethingElse() throws IOException {
        Path file = folder.resolve("plan.json");
        run().run("plan", "--out", "plan.json");
        String plan = Files.readString(file);
        for (String altered : List.of(
                plan.replaceFirst(
                        "\"statements\" *: *\\[ *\\]", "\"statements\": [{\"index\": 1, \"sql\": \"SELECT 1\"}]"),
                plan.replace("first", "harmless"))) {
            assertThat(altered).isNotEqualTo(plan);
            Files.writeString(file, altered);
            Outcome outcome = run().run("upgrade", "--plan", "plan.json");
            assertThat(outcome.exitCode()).isEqualTo(4);
            assertThat(outcome.err()).contains("the file of the plan was altered");
        }
        assertThat(fake.changes).isEmpty();
        Files.writeString(file, plan);
        assertThat(run().run("upgrade", "--plan", "plan.json").exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "yes", "shop", ""})
    void refusesAnythingButTheNameForBase(String answer) {
        assertRefused(run().typing(answer).run("downgrade", "base"));
    }

    @Test
    void wantsTheNameWithTheFlagTooForBase() {
        assertRefused(run().run("downgrade", "base", "--yes"));
        assertRefused(run().run("downgrade", "base", "--confirm=shop.db"));
        assertRefused(run().run("downgrade", "base", "--yes", "--confirm=other.db"));
        assertRefused(run().typing("shop.db").run("downgrade", "base", "--confirm=other.db"));
        assertThat(run().run("downgrade", "base", "--yes", "--confirm=shop.db").exitCode())
                .isZero();
        assertThat(run().run("downgrade", "base", "--yes", "--confirm=/data/shop.db")
                        .exitCode())
                .isZero();
    }

    @Test
    void saysThatAResumeRunsAScript() {
        Outcome outcome = run().typing("y").run("repair", "--resume", "2", "--from", "4");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err())
                .contains("and run the rest of a script:")
                .contains("2 will run from its statement 4, those before it counting as done, and be recorded");
        assertThat(fake.changes).containsExactly("repair 2 from 4");
    }

    @Test
    void neverAsksBeforeAnUpgrade() {
        assertThat(run().typing().run("upgrade").exitCode()).isZero();
        assertThat(fake.changes).containsExactly("upgrade head");
    }
}
