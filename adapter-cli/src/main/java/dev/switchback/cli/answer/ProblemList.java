package dev.switchback.cli.answer;

import dev.switchback.api.model.Problem;
import dev.switchback.cli.terminal.Mark;
import dev.switchback.cli.terminal.Page;
import java.util.List;
import java.util.Locale;

/** Problems in words: what is wrong, and under it what to do. */
final class ProblemList {
    private ProblemList() {}

    static void write(List<Problem> problems, Page page) {
        for (Problem problem : problems) {
            page.line()
                    .add("  ")
                    .add(problem.kind() == Problem.Kind.FAILED ? Mark.WRONG : Mark.ODD)
                    .add(" ")
                    .add(Mark.WRONG.style(), word(problem))
                    .add("  ")
                    .add(problem.message());
            page.paragraph("    Next: ", "          ", problem.nextStep());
        }
    }

    private static String word(Problem problem) {
        return problem.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
