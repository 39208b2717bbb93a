package dev.switchback.cli;

import dev.switchback.api.error.SwitchbackException;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.ExitCode;
import dev.switchback.cli.answer.FailureAnswer;
import dev.switchback.cli.answer.LocatedAnswer;
import dev.switchback.cli.answer.WarnedAnswer;
import dev.switchback.cli.command.Arguments;
import dev.switchback.cli.command.CommandRejectedException;
import dev.switchback.cli.command.CommandTree;
import dev.switchback.cli.command.CommandTree.Selected;
import dev.switchback.cli.command.OutputForm;
import dev.switchback.cli.command.SameOptions;
import dev.switchback.cli.command.Workspace;
import dev.switchback.cli.render.Look;
import dev.switchback.cli.render.Renderer;
import dev.switchback.cli.terminal.ColorMode;
import dev.switchback.cli.terminal.Environment;
import dev.switchback.cli.terminal.Interruption;
import dev.switchback.cli.terminal.Page;
import dev.switchback.cli.terminal.Terminal;
import dev.switchback.cli.terminal.Ticker;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Runs one command line: finds the command, runs it, and says what came of it. */
final class Application {

    private static final String NO_COMMAND = "switchback";

    private final CommandTree tree;
    private final Map<String, Provider<Renderer>> renderers;
    private final Workspace workspace;
    private final Ticker ticker;
    private final Interruption interruption;
    private final Terminal terminal;
    private final Environment environment;

    @Inject
    Application(
            CommandTree tree,
            Map<String, Provider<Renderer>> renderers,
            Workspace workspace,
            Ticker ticker,
            Interruption interruption,
            Terminal terminal,
            Environment environment) {
        this.tree = tree;
        this.renderers = renderers;
        this.workspace = workspace;
        this.ticker = ticker;
        this.interruption = interruption;
        this.terminal = terminal;
        this.environment = environment;
    }

    /** How the answer is to be given. */
    private record Form(OutputForm output, boolean debug, Look look) {}

    /** Returns the exit code of the process. */
    int run(String... args) {
        List<String> words = List.of(args);
        OutputForm usual = OutputForm.usual(environment);
        Look look = Look.of(ColorMode.AUTO, words.contains("--ascii"), false, environment, terminal);
        Form form = new Form(OutputForm.guess(words, usual), words.contains("--debug"), look);
        try {
            OutputForm.require(environment);
            Selected selected = tree.select(args);
            form = form(selected.arguments(), usual);
            return run(selected, form);
        } catch (CommandRejectedException e) {
            return say(NO_COMMAND, e.answer(), form);
        }
    }

    private int run(Selected selected, Form form) {
        String name = selected.command().name();
        try {
            return say(name, answer(selected, form), form);
        } catch (CommandRejectedException e) {
            return say(name, e.answer(), form);
        } catch (SwitchbackException e) {
            trace(e, form);
            FailureAnswer failure = interrupted(FailureAnswer.of(e));
            String next = SameOptions.in(failure.next(), selected.arguments());
            return say(name, located(failure.advising(next), selected, form), form);
        } catch (OutOfMemoryError e) {
            // what was in memory is free again: the answer needs little
            trace(e, form);
            return say(name, FailureAnswer.withoutMemory(Runtime.getRuntime().maxMemory()), form);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            trace(e, form);
            return say(name, FailureAnswer.unexpected(e), form);
        }
    }

    /** Whoever ticks has to be quiet before the answer is written. */
    private Answer answer(Selected selected, Form form) {
        try {
            return located(selected.command().run(selected.arguments()), selected, form);
        } finally {
            ticker.stop();
        }
    }

    /** Annotations are shown where the files are. */
    private Answer located(Answer answer, Selected selected, Form form) {
        return form.output() == OutputForm.GITHUB
                ? new LocatedAnswer(answer, script -> workspace.located(script, selected.arguments()))
                : answer;
    }

    private int say(String command, Answer answer, Form form) {
        Renderer renderer =
                Objects.requireNonNull(renderers.get(form.output().word())).get();
        renderer.render(command, warned(answer, form), form.look(), terminal);
        return terminal.outFailure()
                .map(reason -> lost(reason, answer.exitCode(), form.look()))
                .orElse(answer.exitCode())
                .number();
    }

    /** A script must not take half an answer for a whole one. The error of the command itself says more than this one. */
    private ExitCode lost(String reason, ExitCode ended, Look look) {
        Page page = look.page();
        FailureAnswer.unwritten(reason).describe(page);
        terminal.err(page.render(look.errColor()));
        return ended == ExitCode.OK ? ExitCode.INTERNAL : ended;
    }

    /** As text it was said at once, beside the progress. */
    private Answer warned(Answer answer, Form form) {
        boolean said = form.output() == OutputForm.TEXT || form.output() == OutputForm.GITHUB;
        List<String> heard = workspace.warnings();
        return said || heard.isEmpty() ? answer : new WarnedAnswer(answer, heard);
    }

    private Form form(Arguments arguments, OutputForm usual) {
        return new Form(arguments.output(usual), arguments.debug(), look(arguments));
    }

    private Look look(Arguments arguments) {
        Look look = Look.of(arguments.color(), arguments.ascii(), arguments.quiet(), environment, terminal);
        return arguments.localTime() ? look.in(ZoneId.systemDefault()) : look;
    }

    private FailureAnswer interrupted(FailureAnswer failure) {
        return interruption.exitCode().map(failure::interrupted).orElse(failure);
    }

    private void trace(Throwable error, Form form) {
        if (form.debug()) {
            StringWriter trace = new StringWriter();
            error.printStackTrace(new PrintWriter(trace));
            terminal.err(trace.toString());
        }
    }
}
