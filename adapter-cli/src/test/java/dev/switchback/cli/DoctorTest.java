package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.cli.CommandLineRun.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code doctor} finds without a database: secrets that are none. */
final class DoctorTest {

    @TempDir
    private Path folder;

    private Outcome doctor() {
        return CommandLineRun.in(folder, FakeMigrations.sound()).run("doctor");
    }

    private static String doctor(Path project) {
        return CommandLineRun.in(project, FakeMigrations.sound()).run("doctor").out();
    }

    private void secret(String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve(".env"), "DATABASE_PASSWORD=geheim\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private int git(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return process.exitValue();
    }

    @Test
    void saysThatASecretIsPrivate() throws IOException {
        secret("rw-------");
        Outcome outcome = doctor();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("✓ secrets     .env is private").doesNotContain("geheim");
    }

    @Test
    void warnsOfASecretThatEverybodyCanRead() throws IOException {
        secret("rw-r--r--");
        Outcome outcome = doctor();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("warning: .env can be read by everybody", "Next: chmod 600 .env");
    }

    @Test
    void refusesASecretThatGitTracks() throws Exception {
        secret("rw-------");
        Files.writeString(folder.resolve("other.env"), "");
        git("init", "-q");
        git("add", "other.env");
        assertThat(doctor().out()).contains(".env is private");
        git("add", "-f", ".env");
        Outcome outcome = doctor();
        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.out()).contains("problem: .env is tracked by git", "git rm --cached .env");
    }

    @Test
    void findsASecretOfASubFolderInTheIndexOfTheWholeRepository() throws Exception {
        Path project = Files.createDirectories(folder.resolve("apps/shop"));
        Files.writeString(project.resolve(".env"), "DATABASE_PASSWORD=geheim\n");
        git("init", "-q");
        git("add", "-f", "apps/shop/.env");
        Outcome outcome = CommandLineRun.in(project, FakeMigrations.sound()).run("doctor");
        assertThat(outcome.out()).contains(".env is tracked by git");
    }

    @Test
    void findsATrackedSecretInAWorktree() throws Exception {
        Path main = Files.createDirectories(folder.resolve("main"));
        Path worktree = folder.resolve("worktree");
        git("init", "-q", "main");
        Files.writeString(main.resolve(".env"), "DATABASE_PASSWORD=geheim\n");
        git("-C", "main", "add", "-f", ".env");
        git("-C", "main", "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "secret");
        git("-C", "main", "worktree", "add", "-q", worktree.toString());
        assertThat(doctor(worktree)).contains("problem: .env is tracked by git");

        git("-C", "worktree", "rm", "-q", "--cached", ".env");
        assertThat(doctor(worktree)).doesNotContain("by git");
    }

    @Test
    void findsATrackedSecretInASubmodule() throws Exception {
        Path module = Files.createDirectories(folder.resolve("module"));
        git("init", "-q", "module");
        Files.writeString(module.resolve(".env"), "DATABASE_PASSWORD=geheim\n");
        git("-C", "module", "add", "-f", ".env");
        Files.move(module.resolve(".git"), folder.resolve("modules"));
        Files.writeString(module.resolve(".git"), "gitdir: ../modules\n");
        assertThat(doctor(module)).contains("problem: .env is tracked by git");
    }

    @Test
    void doesNotSayThatASecretIsPrivateIfItCannotTell() throws Exception {
        secret("rw-------");
        Files.writeString(folder.resolve(".git"), "gitdir: /not/mounted/here\n");
        assertThat(doctor().out())
                .contains("warning: .env may be tracked by git", "Next: git ls-files .env")
                .doesNotContain("private");

        Files.delete(folder.resolve(".git"));
        git("init", "-q");
        git("add", "-f", ".env");
        git("update-index", "--index-version", "4");
        assertThat(doctor().out()).contains("warning: .env may be tracked by git");
    }

    @Test
    void warnsOfAPasswordInAFileThatIsShared() throws IOException {
        Files.writeString(folder.resolve("switchback.properties"), "url=postgres://app:geheim@db/shop\n");
        Outcome outcome = doctor();
        assertThat(outcome.out())
                .contains("warning: a password is in a properties file")
                .doesNotContain("geheim");
    }

    @Test
    void goesOnWhereASettingIsWrong() throws IOException {
        Files.writeString(folder.resolve("switchback.properties"), "nonsense=1\n");
        Outcome outcome = doctor();
        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.out())
                .contains("✗ settings    problem: switchback.properties line 1: no setting has the name");
    }
}
