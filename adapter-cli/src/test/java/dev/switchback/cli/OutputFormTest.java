package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.model.Problem;
import dev.switchback.cli.CommandLineRun.Outcome;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms of output whose readers take some characters for commands. */
final class OutputFormTest {

    @TempDir
    private Path folder;

    private Outcome check(String form, String message) {
        Problem problem = new Problem(Problem.Kind.BAD_CONTENT, "V1__a,b:c.sql", Optional.empty(), message, "mend it");
        return CommandLineRun.in(folder, FakeMigrations.with(problem)).run("check", "--output", form);
    }

    @Test
    void anAnnotationIsOneLineWhateverTheMessageHolds() {
        Outcome outcome = check("github", "50% of\nit\r::error::forged");
        assertThat(outcome.out().lines().filter(line -> line.startsWith("::error")))
                .singleElement()
                .asString()
                .isEqualTo("::error title=bad content,file=V1__a%2Cb%3Ac.sql::50%25 of%0Ait%0D::error::forged"
                        + "%0ANext: mend it");
    }

    @Test
    void aTableKeepsItsColumnsWhateverTheMessageHolds() {
        Outcome outcome = check("markdown", "a | b\n<script>");
        assertThat(outcome.out()).contains("| BAD_CONTENT | a \\| b &lt;script> | mend it |\n");
    }

    @Test
    void everyErrorIsMarkdownTooWithItsState() {
        Outcome outcome =
                CommandLineRun.in(folder, FakeMigrations.sound()).run("upgrade", "1", "--max", "2", "-o", "markdown");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out())
                .startsWith("<!-- switchback upgrade -->\n### switchback upgrade: USAGE\n")
                .contains("**State:** nothing was changed.", "**Next:** see: switchback help upgrade");
    }
}
