package dev.switchback.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How text is laid out. */
final class PageTest {

    @Test
    void takesControlCharactersOut() {
        assertThat(Span.of("a\u001b[31mb\u0007\u202ec\u2028d\u0000e\nf").text()).isEqualTo("a[31mbcde f");
    }

    @Test
    void keepsLettersOfAllScripts() {
        assertThat(Span.of("Straße, été, 注文, 🚀").text()).isEqualTo("Straße, été, 注文, 🚀");
    }

    @Test
    void shortensOnlyTheColumnThatGivesWay() {
        Page page = new Page(42, true);
        Table table = new Table(1);
        table.row(Mark.DONE, Span.of("20261122093000"), Span.of("x".repeat(300)), Span.of("applied"));
        table.row(Mark.WAITING, Span.of("2"), Span.of("short"), Span.of("pending"));
        page.table(table);
        assertThat(page.render(false).lines())
                .containsExactly(
                        "  ✓ 20261122093000  xxxxxxxxxxxx…  applied", "  • 2               short          pending")
                .allMatch(line -> line.length() <= 42);
    }

    @Test
    void leavesAScriptAsItIsForAFileAndTakesControlCharactersOutForATerminal() {
        String sql = "SELECT 'one  \r\n\t\u200dtwo\u001b[31m '  \n;\n\n– '";
        Page file = new Page(40, false, Optional.empty(), true);
        file.script(sql);
        assertThat(file.render(false)).isEqualTo(sql + "\n");
        Page terminal = new Page(40, false);
        terminal.script(sql);
        assertThat(terminal.render(true)).isEqualTo("SELECT 'one  \n\ttwo[31m '  \n;\n\n- '\n");
    }

    /** A question mark in the name of a file, or in the command that a message advises, would be another name. */
    @Test
    void writesItsOwnSignsInAsciiAndKeepsTheLettersOfNames() {
        Page page = new Page(80, false);
        page.line().add(Mark.DONE).add(" größe → naïve – …");
        page.paragraph("", "", "switchback repair --resume R__größe.sql");
        assertThat(page.render(false)).isEqualTo("* größe -> naïve - ...\nswitchback repair --resume R__größe.sql\n");
    }

    @Test
    void coloursOnlyIfAsked() {
        Page page = new Page(80, false);
        page.line().add(Mark.WRONG).add(" ").add(Style.BAD, "failed");
        assertThat(page.render(false)).isEqualTo("x failed\n");
        assertThat(page.render(true)).isEqualTo("\u001b[31mx\u001b[0m \u001b[31mfailed\u001b[0m\n");
    }
}
