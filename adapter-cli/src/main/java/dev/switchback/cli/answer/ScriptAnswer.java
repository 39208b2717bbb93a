package dev.switchback.cli.answer;

import dev.switchback.cli.terminal.Page;
import dev.switchback.cli.terminal.Style;
import java.util.List;
import java.util.stream.Stream;

/**
 * A plan as a script that somebody else runs. It does not write the history table, which the engine's own code does; it
 * says what brings that up to date.
 *
 * @param answer the plan
 * @param placeholders those in the script: their values may be secret, and are not written
 */
public record ScriptAnswer(PlanAnswer answer, List<String> placeholders) implements AnswerAround {

    /** Copies the list. */
    public ScriptAnswer {
        placeholders = List.copyOf(placeholders);
    }

    @Override
    public List<String> warnings() {
        return placeholders.isEmpty()
                ? answer.warnings()
                : Stream.concat(answer.warnings().stream(), Stream.of(unreplaced()))
                        .toList();
    }

    @Override
    public void describe(Page page) {
        answer.describe(page);
        if (answer.plan().steps().isEmpty()) {
            return;
        }
        page.blank();
        if (!placeholders.isEmpty()) {
            page.line(Style.FAINT, "-- " + unreplaced());
        }
        page.line(Style.FAINT, "-- The history table does not know of it. When this has run: " + stamp());
    }

    /** The command that writes the history. */
    public String stamp() {
        return "switchback stamp " + Words.at(answer.plan().to());
    }

    private String unreplaced() {
        return "Put in the values before this is run: " + String.join(", ", placeholders);
    }
}
