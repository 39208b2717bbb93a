package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shell files through shellcheck, and through the shells that they are for. */
final class ShellFilesTest {

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        assertThat(code).as(String.join(" ", command) + "\n" + text).isZero();
        return code;
    }

    @ParameterizedTest
    @CsvSource({
        "sh,src/main/dist/bin/switchback",
        "sh,../migrate.sh",
        "sh,src/main/resources/dev/switchback/cli/project/migrate.sh",
        "bash,src/main/resources/dev/switchback/cli/completion/switchback.bash"
    })
    void haveNothingThatShellcheckKnows(String shell, String file) throws Exception {
        run(shell, "-n", file);
        try {
            run("shellcheck", "--shell=" + shell, Path.of(file).toString());
        } catch (IOException e) {
            boolean required = "true".equals(System.getenv("CI"));
            Assumptions.assumeTrue(required, "shellcheck is not installed: apt-get install shellcheck");
            throw e;
        }
    }
}
