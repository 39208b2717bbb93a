package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.cli.CommandLineRun.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Command lines that make no sense, and some that do. */
final class UsageTest {

    @TempDir
    private Path folder;

    private Outcome run(String... args) {
        return CommandLineRun.in(folder, FakeMigrations.sound()).run(args);
    }

    private static String[] words(String commandLine) {
        return Arrays.stream(commandLine.split(" "))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    ""                                | no command given                  | switchback help
                    foo                               | unknown command 'foo'             | switchback help
                    statsu                            | unknown command 'statsu'          | switchback status
                    hist                              | unknown command 'hist'            | switchback history
                    --engine                          | --engine needs a value            | switchback help
                    --bogus                           | unknown option '--bogus'          | switchback help
                    --bogus=geheim                    | unknown option '--bogus'          | switchback help
                    --enginee flyway status           | unknown option '--enginee'        | --engine
                    status --databse-url x            | unknown option '--databse-url'    | did you mean: --url
                    status --locations x              | unknown option '--locations'      | did you mean: --dir
                    status -x                         | unknown option '-x'               | switchback help status
                    help INVALD                       | unknown command 'INVALD'          | switchback help INVALID
                    status extra                      | unexpected argument 'extra'       | switchback help status
                    status --nope                     | unknown option '--nope'           | switchback help status
                    status --engine                   | --engine needs a value            | switchback help status
                    status --engine a --engine b      | --engine is given twice           | switchback help status
                    status --json=yes                 | --json is not used correctly      | switchback help status
                    status --color pink               | --color takes auto, always or     | switchback help
                    upgrade 1 2                       | unexpected argument '2'           | switchback help upgrade
                    upgrade x                         | target 'x'                        | switchback status
                    upgrade @                         | target '@'                        | switchback status
                    upgrade a://u:geheim@h/d          | a URL stands where a target       | --url
                    a://u:geheim@h/d                  | unknown command                   | switchback help
                    status a://u:geheim@h/d           | unexpected argument               | switchback help status
                    downgrade                         | TARGET is missing                 | switchback help downgrade
                    downgrade -0                      | goes nowhere                      | switchback status
                    stamp                             | TARGET is missing                 | switchback help stamp
                    plan --up                         | unknown option '--up'             | switchback help plan
                    create                            | NAME is missing                   | switchback help create
                    create a b                        | unexpected argument 'b'           | switchback help create
                    create a -m b                     | the name is given twice           | switchback help create
                    create a --version x              | 'x' is not a version              | switchback help create
                    create a --repeatable --version 1 | a repeatable migration has no     | switchback help create
                    create a --format yaml --from b.sql | --format yaml does not go with    | leave --format out
                    create a --format toml            | --format takes sql, yaml, xml or  | switchback help create
                    create a --format                 | --format needs a value            | switchback help create
                    repair 1                          | unexpected argument '1'           | switchback help repair
                    repair --mark-applied             | --mark-applied needs a value      | switchback help repair
                    repair --from 3                   | --from says where to resume       | switchback help repair
                    repair --mark-applied 1 --from 3  | --from says where to resume       | switchback help repair
                    repair --resume 1 --from 0        | --from takes the number           | switchback status
                    repair --resume 1 --from x        | --from takes the number           | switchback status
                    repair --resume 1 --mark-applied 1 | one thing at a time              | run it once for each
                    history -n 0                      | -n takes a number from 1          | switchback help history
                    history -n -5                     | -n takes a number from 1          | switchback help history
                    export                            | --to is missing                   | switchback help export
                    export liquibase                  | --to is missing                   | switchback help export
                    help nothing                      | unknown command 'nothing'         | switchback help
                    status --output yaml              | --output takes text, json         | switchback help
                    heads 1                           | unexpected argument '1'           | switchback help heads
                    show                              | VERSION is missing                | switchback help show
                    show a://u:geheim@h/d             | a URL stands where a target       | --url
                    rebase a://u:geheim@h/d           | a URL stands where a target       | --url
                    upgrade 1 --max 2                 | one of TARGET, --max and --plan   | switchback help upgrade
                    upgrade --max 0                   | --max takes a number from 1       | switchback help upgrade
                    upgrade --max x                   | --max takes a number from 1       | switchback help upgrade
                    upgrade --plan p.json --dry-run   | a plan has been seen already      | switchback help upgrade
                    upgrade --plan                    | --plan needs a value              | switchback help upgrade
                    plan --out                        | --out needs a value               | switchback help plan
                    history -r 1                      | --range takes two targets         | switchback help history
                    history -r :                      | --range takes two targets         | switchback help history
                    history -r a:b                    | target 'a'                        | switchback status
                    lock                              | ACTION is missing                 | switchback help lock
                    lock break                        | unknown action 'break'            | switchback lock status
                    engine                            | no command of the engine          | engine -- validate
                    completion                        | SHELL is missing                  | switchback help completion
                    completion tcsh                   | completion knows bash, zsh        | switchback help completion
                    config --url a --url-file b       | say the same thing                | switchback help
                    config --password-stdin -W        | say the same thing                | switchback help
                    config -c                         | --config needs a value            | switchback help config
                    doctor now                        | unexpected argument 'now'         | switchback help doctor
                    wait --until head                 | unknown option '--until'          | switchback help wait
                    help rollback                     | unknown command 'rollback'        | switchback downgrade -1
                    """)
    void isRefusedWithAReasonAndAWayOut(String commandLine, String reason, String next) {
        Outcome outcome = run(words(commandLine));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("✗ Error: ")
                .contains(reason)
                .contains("State: nothing was changed.\n")
                .doesNotContain("geheim");
        assertThat(outcome.err().lines().filter(line -> line.startsWith("Next: ")))
                .singleElement()
                .asString()
                .contains(next);
    }

    @ParameterizedTest
    @CsvSource({
        "rollback,downgrade -1",
        "undo,downgrade -1",
        "info,status",
        "migrate,upgrade",
        "update,upgrade",
        "validate,check",
        "revision,create",
        "baseline,stamp"
    })
    void answersOtherToolsWordsWithOurs(String word, String ours) {
        Outcome outcome = run(word);
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("Next:  did you mean: switchback " + ours + "\n");
    }

    @ParameterizedTest
    @CsvSource({"up,upgrade head", "apply +1,upgrade +1", "new thing,create thing", "down -1 --yes,downgrade base"})
    void knowsSomeCommandsByAnotherName(String commandLine, String change) {
        FakeMigrations migrations = FakeMigrations.sound();
        Outcome outcome = CommandLineRun.in(folder, migrations).run(words(commandLine));
        assertThat(outcome.exitCode()).isZero();
        assertThat(migrations.changes).containsExactly(change);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--json status --bogus",
                "status --json --bogus",
                "--json foo",
                "--json",
                "status --json --color pink"
            })
    void isOneJsonDocumentToo(String commandLine) {
        Outcome outcome = run(words(commandLine));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.json()).containsEntry("exitCode", 2).containsEntry("result", "USAGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--engine flyway --json status",
                "status --engine flyway --json",
                "--engine liquibase status --engine flyway --json",
                "--json status --engine=flyway -d a -d b"
            })
    void takesOptionsBeforeAndAfterTheCommand(String commandLine) {
        assertThat(run(words(commandLine)).json()).containsEntry("ok", true).containsEntry("command", "status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"downgrade -1 -y", "downgrade -y -1", "-y downgrade -1", "downgrade --yes -- -1"})
    void takesMinusOneAsATarget(String commandLine) {
        assertThat(run(words(commandLine)).exitCode()).isZero();
    }

    @Test
    void putsTheNearerOptionFirst() {
        Outcome outcome = run("--engine", "flyway", "config", "--engine", "liquibase");
        assertThat(outcome.out()).contains("engine = liquibase\n");
    }

    @Test
    void actsAsIfStartedElsewhere() throws IOException {
        Files.createDirectory(folder.resolve("other"));
        Files.writeString(folder.resolve("other/switchback.properties"), "engine=liquibase\n");
        assertThat(run("-C", "other", "config").out()).contains("engine = liquibase\n");
        assertThat(run("-C", "none", "config").exitCode()).isEqualTo(11);
    }

    @Test
    void masksSecretsInItsSettings() {
        Outcome outcome = run("config", "--origin", "--url", "postgres://app:geheim@db/shop");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("shop @ db", "--url").doesNotContain("geheim");
    }

    @Test
    void aRenameKeepsTheQuotesOfItsNames() {
        FakeMigrations fake = FakeMigrations.sound();

        Outcome outcome = CommandLineRun.in(folder, fake)
                .run("create", "x", "--autogenerate", "--rename", "\"a:b\":c", "--rename=t.\"it's: \":\"d\"");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(fake.changes).containsExactly("autogenerate x [\"a:b\":c, t.\"it's: \":d]");
    }
}
