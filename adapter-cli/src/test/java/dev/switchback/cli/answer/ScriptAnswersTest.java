package dev.switchback.cli.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.schema.SchemaListing;
import dev.switchback.api.schema.SchemaStatement;
import dev.switchback.cli.RecordingTerminal;
import dev.switchback.cli.answer.FilesAnswer.FileLine;
import dev.switchback.cli.render.Look;
import dev.switchback.cli.render.TextRenderer;
import dev.switchback.cli.terminal.ColorMode;
import dev.switchback.cli.terminal.Environment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is SQL as text can be written to a file and run: nothing in its literals is lost. */
final class ScriptAnswersTest {

    private static final String SQL = "CREATE TABLE z (\n    d TEXT DEFAULT 'one  \r\n  \n\u200dtwo  '\n)";

    private static String shown(Answer answer) {
        RecordingTerminal terminal = RecordingTerminal.pipe();
        Environment environment = new Environment(Map.of(), Path.of(""), StandardCharsets.US_ASCII, "17");
        Look look = Look.of(ColorMode.NEVER, true, true, environment, terminal);
        new TextRenderer().render("test", answer, look, terminal);
        return terminal.out();
    }

    @Test
    void aSchemaIsPrintedAsItIs() {
        SchemaStatement statement = new SchemaStatement(SQL, SchemaStatement.Risk.NONE, Optional.empty());

        assertThat(shown(new InspectAnswer(new SchemaListing("live", List.of(statement), List.of()))))
                .isEqualTo(SQL + ";\n");
    }

    @Test
    void aMigrationThatIsOnlyShownIsPrintedAsItIs() {
        FilesAnswer files = new FilesAnswer(List.of(FileLine.shown("V1__z.sql", SQL + ";\n")), "");

        assertThat(shown(files)).isEqualTo("-- V1__z.sql\n" + SQL + ";\n\n");
    }
}
