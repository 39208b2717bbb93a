package dev.switchback.cli.answer;

import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.error.EngineNotFoundException;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.cli.terminal.Mark;
import dev.switchback.cli.terminal.Page;
import dev.switchback.cli.terminal.Style;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * An error: what happened, in what state the database is, and what to do next.
 *
 * @param exitCode how the process ends
 * @param message what happened; its first line says it in short
 * @param state the state of the database, in words
 * @param next what to do
 * @param databaseState the state of the database, for programs
 * @param details what programs may want to know besides
 */
public record FailureAnswer(
        ExitCode exitCode,
        String message,
        String state,
        String next,
        DatabaseState databaseState,
        FailureDetails details)
        implements Answer {

    private static final int BYTES_PER_MB = 1024 * 1024;
    private static final String UNCHANGED = "nothing was changed.";

    /** Takes secrets out of the texts. */
    public FailureAnswer {
        Objects.requireNonNull(exitCode, "exitCode");
        Objects.requireNonNull(databaseState, "databaseState");
        Objects.requireNonNull(details, "details");
        message = Redaction.apply(message);
        state = Redaction.apply(state);
        next = Redaction.apply(next);
    }

    /**
     * An error of the API.
     *
     * @param error the error
     * @return the answer
     */
    public static FailureAnswer of(SwitchbackException error) {
        FailureDetails details = FailureDetails.of(error);
        return new FailureAnswer(
                ExitCode.of(error.code()),
                Objects.requireNonNullElse(error.getMessage(), error.code().name()),
                details.state().orElseGet(() -> state(error.databaseState())),
                next(error),
                error.databaseState(),
                details);
    }

    /** An application has no options; whoever has them writes one. */
    private static String next(SwitchbackException error) {
        if (error instanceof EngineNotFoundException none
                && none.asked().isEmpty()
                && !none.available().isEmpty()) {
            String engine = none.available().get(0);
            return "choose one: --engine " + engine + ", SWITCHBACK_ENGINE=" + engine + ", or engine=" + engine
                    + " in switchback.properties";
        }
        return error.nextStep();
    }

    /**
     * An error that was found before anything was done.
     *
     * @param exitCode how the process ends
     * @param message what happened
     * @param next what to do
     * @return the answer
     */
    public static FailureAnswer before(ExitCode exitCode, String message, String next) {
        return new FailureAnswer(exitCode, message, UNCHANGED, next, DatabaseState.UNCHANGED, FailureDetails.NONE);
    }

    /**
     * A bug, or a failure that nobody foresaw.
     *
     * @param error the failure
     * @return the answer
     */
    public static FailureAnswer unexpected(Throwable error) {
        return new FailureAnswer(
                ExitCode.INTERNAL,
                "unexpected error: " + error,
                state(DatabaseState.UNKNOWN),
                "run the command again with --debug, and report what it prints",
                DatabaseState.UNKNOWN,
                FailureDetails.NONE);
    }

    /**
     * A heap that was too small.
     *
     * @param heap the most that it may have, in bytes
     * @return the answer
     */
    public static FailureAnswer withoutMemory(long heap) {
        return new FailureAnswer(
                ExitCode.INTERNAL,
                "out of memory: all of the " + heap / BYTES_PER_MB + " MB that Java may use are in use",
                state(DatabaseState.UNKNOWN),
                "give it more, for example with JAVA_OPTS=-Xmx1g in the environment",
                DatabaseState.UNKNOWN,
                FailureDetails.NONE);
    }

    /**
     * An answer that did not arrive.
     *
     * @param reason what the system said
     * @return the answer to that
     */
    public static FailureAnswer unwritten(String reason) {
        return new FailureAnswer(
                ExitCode.INTERNAL,
                "the answer could not be written to standard output, and is missing or cut: " + reason,
                "as the command left it; only its answer was lost.",
                "make room or write the answer somewhere else, and look at the database with: switchback status",
                DatabaseState.UNKNOWN,
                FailureDetails.NONE);
    }

    /**
     * The same error of a run that was asked to end: it is no fault of the migration.
     *
     * @param code 130 or 143
     * @return a copy
     */
    public FailureAnswer interrupted(int code) {
        ExitCode ended = code == ExitCode.TERMINATED.number() ? ExitCode.TERMINATED : ExitCode.INTERRUPTED;
        return new FailureAnswer(
                ended,
                "stopped by a signal\n" + message,
                state,
                databaseState == DatabaseState.UNCHANGED ? "to go on, run the same command again" : next,
                databaseState,
                details);
    }

    /**
     * The same error with another advice.
     *
     * @param advice what to do
     * @return a copy
     */
    public FailureAnswer advising(String advice) {
        return new FailureAnswer(exitCode, message, state, advice, databaseState, details);
    }

    private static String state(DatabaseState state) {
        return switch (state) {
            case UNCHANGED -> UNCHANGED;
            case PARTIAL -> "some statements of the migration are applied.";
            case UNKNOWN -> "it cannot be told. Look at the database with: switchback status";
        };
    }

    @Override
    public List<Annotation> annotations() {
        if (!details.problems().isEmpty()) {
            return details.problems().stream().map(Annotation::of).toList();
        }
        return List.of(new Annotation(
                Annotation.Level.ERROR,
                details.file(),
                details.line(),
                exitCode.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                message + "\nState: " + state + "\nNext: " + next));
    }

    @Override
    public Optional<String> markdown() {
        return Optional.of(MarkdownText.fence("text", message) + "\n**State:** " + MarkdownText.cell(state)
                + "\n\n**Next:** " + MarkdownText.cell(next) + "\n");
    }

    @Override
    public boolean isError() {
        return true;
    }

    @Override
    public void describe(Page page) {
        List<String> lines = message.lines().toList();
        page.line()
                .add(Mark.WRONG)
                .add(" ")
                .add(Style.BAD, "Error: ")
                .add(lines.isEmpty() ? exitCode.name() : lines.get(0));
        lines.stream().skip(1).forEach(page::line);
        details.excerpt().forEach(line -> page.line("  " + line));
        page.paragraph("State: ", "       ", state);
        page.paragraph("Next:  ", "       ", next);
    }

    @Override
    public void describe(Document document) {
        details.describeRun(document);
    }

    /** The object that stands under {@code error}. */
    public Document error() {
        Document error = new Document()
                .put("code", exitCode.name())
                .put("exitCode", exitCode.number())
                .put("message", message)
                .put("state", state)
                .put("hint", next);
        details.describeError(error);
        return error.put("databaseState", databaseState.name().toLowerCase(Locale.ROOT));
    }
}
