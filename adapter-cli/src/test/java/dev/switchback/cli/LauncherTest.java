package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.cli.ScriptRun.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code bin/switchback} as a process, installed in a folder with spaces in its name. */
final class LauncherTest {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    private static Path shared;

    @TempDir
    private Path temp;

    private static Path launcher = Path.of("");
    private Path project = Path.of("");

    @BeforeAll
    static void install() throws IOException {
        launcher = Installation.make(shared.resolve("my tools").resolve("switch back"));
    }

    @BeforeEach
    void makeAProject() throws IOException {
        project = Files.createDirectories(temp.resolve("a project"));
    }

    private ScriptRun run() {
        return ScriptRun.in(project).variable("SWITCHBACK_JAVA", JAVA);
    }

    /** A java that only tells what it was given. */
    private Path fakeJava(String version) throws IOException {
        return ScriptRun.script(
                temp.resolve("java " + version).resolve("java"),
                "case $1 in -version) echo 'openjdk version \"" + version + "\"' >&2; exit 0;; esac",
                "for word; do printf '<%s>' \"$word\"; done",
                "printf ' tty=%s%s%s' \"$SWITCHBACK_STDIN_TTY\" \"$SWITCHBACK_STDOUT_TTY\" \"$SWITCHBACK_STDERR_TTY\"",
                "exit 42");
    }

    @Test
    void runsTheWholeProgram() throws Exception {
        Outcome outcome = run().run(launcher.toString(), "version");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).matches("switchback \\S+ \\(Java \\S+\\)\n");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void migratesWithBothEnginesAndSaysNothingItWasNotAskedFor() throws Exception {
        Files.createDirectories(project.resolve("migrations"));
        Files.writeString(project.resolve("migrations/V1__one.sql"), "CREATE TABLE one (id INTEGER);\n");
        for (String engine : new String[] {"flyway", "liquibase"}) {
            Outcome upgrade =
                    run().run(launcher.toString(), "-q", "upgrade", "--engine", engine, "--url", "sqlite:" + engine);
            assertThat(upgrade.err()).isEmpty();
            assertThat(upgrade.out()).contains("1 applied").hasLineCount(1);
            assertThat(upgrade.exitCode()).isZero();
        }
    }

    @Test
    void passesTheExitCodeOn() throws Exception {
        assertThat(run().run(launcher.toString(), "rollback").exitCode()).isEqualTo(2);
        assertThat(run().run(launcher.toString(), "config", "-C", "nowhere").exitCode())
                .isEqualTo(11);
    }

    @Test
    void isFoundThroughSymbolicLinks() throws Exception {
        Path folder = Files.createDirectories(shared.resolve("some links"));
        Files.createSymbolicLink(folder.resolve("absolute"), launcher.toAbsolutePath());
        Files.createSymbolicLink(folder.resolve("relative link"), Path.of("..", "some links", "absolute"));
        Outcome outcome = ScriptRun.in(folder).variable("SWITCHBACK_JAVA", JAVA).run("./relative link", "version");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void leavesArgumentsAsTheyAre() throws Exception {
        Outcome outcome = ScriptRun.in(project)
                .variable("SWITCHBACK_JAVA", fakeJava("17.0.2").toString())
                .variable("SWITCHBACK_JAVA_OPTS", "-Xmx64m -Da=*")
                .run(launcher.toString(), "create", "a  b", "*", "", "$HOME", "-1");
        assertThat(outcome.exitCode()).isEqualTo(42);
        assertThat(outcome.out())
                .startsWith(
                        "<-XX:TieredStopAtLevel=1><-XX:-UsePerfData><-XX:+UseG1GC><-XX:ParallelGCThreads=1><-XX:ConcGCThreads=1>"
                                + "<-Djava.locale.providers=COMPAT><-Xshare:auto><-Xmx64m><-Da=*><-cp>")
                .contains("my tools/switch back/lib/*:")
                .contains("my tools/switch back/drivers/*><dev.switchback.cli.Main><create><a  b><*><><$HOME><-1>");
    }

    @Test
    void tellsThatNoStreamIsATerminal() throws Exception {
        Outcome outcome = ScriptRun.in(project)
                .variable("SWITCHBACK_JAVA", fakeJava("17").toString())
                .run(launcher.toString());
        assertThat(outcome.out()).endsWith(" tty=000");
    }

    @ParameterizedTest
    @CsvSource({"17,false", "21.0.5,false", "24-ea,true", "25.0.3,true"})
    void allowsNativeAccessWhereJavaWouldWarn(String version, boolean allowed) throws Exception {
        Outcome outcome = ScriptRun.in(project)
                .variable("SWITCHBACK_JAVA", fakeJava(version).toString())
                .run(launcher.toString());
        assertThat(outcome.out().contains("<--enable-native-access=ALL-UNNAMED>"))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"17.0.2,G1,true", "21,G1,false", "24-ea,G1,false", "25.0.3,Serial,false"})
    void choosesWhatStartsFastest(String version, String collector, boolean oldLocales) throws Exception {
        Outcome outcome = ScriptRun.in(project)
                .variable("SWITCHBACK_JAVA", fakeJava(version).toString())
                .run(launcher.toString());
        assertThat(outcome.out())
                .startsWith("<-XX:TieredStopAtLevel=1><-XX:-UsePerfData><-XX:+Use" + collector + "GC>");
        assertThat(outcome.out().contains("<-Djava.locale.providers=COMPAT>")).isEqualTo(oldLocales);
    }

    @ParameterizedTest
    @CsvSource({"1.8.0_392,8", "11.0.2,11", "16,16"})
    void refusesAnOldJavaAndSaysWhoFoundIt(String version, String major) throws Exception {
        Outcome outcome = ScriptRun.in(project)
                .variable("SWITCHBACK_JAVA", fakeJava(version).toString())
                .run(launcher.toString(), "status");
        assertThat(outcome.exitCode()).isEqualTo(11);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("Error: ")
                .contains("found by SWITCHBACK_JAVA, is Java " + major + "\n", "\nNext:  ");
    }

    @Test
    void saysSoIfThereIsNoJava() throws Exception {
        Path tools = Files.createDirectories(temp.resolve("tools"));
        for (String tool : new String[] {"dirname", "readlink", "sed"}) {
            ScriptRun.script(tools.resolve(tool), "PATH=/usr/bin:/bin exec " + tool + " \"$@\"");
        }
        Outcome outcome =
                ScriptRun.in(project).variable("PATH", tools.toString()).run(launcher.toString(), "status");
        assertThat(outcome.exitCode()).isEqualTo(11);
        assertThat(outcome.err()).startsWith("Error: no Java found by the PATH\nState: nothing was changed.\nNext:  ");
        Outcome wrongHome =
                ScriptRun.in(project).variable("JAVA_HOME", "/nowhere").run(launcher.toString(), "status");
        assertThat(wrongHome.exitCode()).isEqualTo(11);
        assertThat(wrongHome.err()).contains("JAVA_HOME");
    }

    @Test
    void readsDotEnvWithoutRunningIt() throws Exception {
        Files.writeString(project.resolve(".env"), "DATABASE_URL=sqlite:x$(touch ran).db\nOTHER=`touch ran`\n");
        Outcome outcome = run().run(launcher.toString(), "config");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("x$(touch ran).db");
        assertThat(project.resolve("ran")).doesNotExist();
    }
}
