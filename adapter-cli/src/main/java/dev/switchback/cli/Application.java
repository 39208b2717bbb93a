package dev.switchback.cli;

import dev.switchback.api.error.SwitchbackException;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.FailureAnswer;
import dev.switchback.cli.command.CommandRejectedException;
import dev.switchback.cli.command.CommandTree;
import dev.switchback.cli.command.CommandTree.Selected;
import dev.switchback.cli.render.Look;
import dev.switchback.cli.render.Renderer;
import dev.switchback.cli.terminal.ColorMode;
import dev.switchback.cli.terminal.Environment;
import dev.switchback.cli.terminal.Terminal;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Runs one command line: finds the command, runs it, and says what came of it. */
final class Application {

    private static final String NO_COMMAND = "switchback";

    private final CommandTree tree;
    private final Map<String, Provider<Renderer>> renderers;
    private final Terminal terminal;
    private final Environment environment;

    @Inject
    Application(
            CommandTree tree, Map<String, Provider<Renderer>> renderers, Terminal terminal, Environment environment) {
        this.tree = tree;
        this.renderers = renderers;
        this.terminal = terminal;
        this.environment = environment;
    }

    /** How the answer is to be given. */
    private record Form(String renderer, boolean debug, Look look) {}

    /** Returns the exit code of the process. */
    int run(String... args) {
        List<String> words = List.of(args);
        Form form = form(words.contains("--json"), words.contains("--debug"), ColorMode.AUTO, false);
        try {
            Selected selected = tree.select(args);
            form = form(
                    selected.arguments().json(),
                    selected.arguments().debug(),
                    selected.arguments().color(),
                    selected.arguments().quiet());
            return run(selected, form);
        } catch (CommandRejectedException e) {
            return say(NO_COMMAND, e.answer(), form);
        }
    }

    private int run(Selected selected, Form form) {
        String name = selected.command().name();
        try {
            return say(name, selected.command().run(selected.arguments()), form);
        } catch (CommandRejectedException e) {
            return say(name, e.answer(), form);
        } catch (SwitchbackException e) {
            trace(e, form);
            return say(name, FailureAnswer.of(e), form);
        } catch (RuntimeException | LinkageError e) {
            trace(e, form);
            return say(name, FailureAnswer.unexpected(e), form);
        }
    }

    private int say(String command, Answer answer, Form form) {
        Renderer renderer =
                Objects.requireNonNull(renderers.get(form.renderer())).get();
        renderer.render(command, answer, form.look(), terminal);
        return answer.exitCode().number();
    }

    private Form form(boolean json, boolean debug, ColorMode color, boolean quiet) {
        return new Form(
                json ? RenderersModule.JSON : RenderersModule.TEXT,
                debug,
                Look.of(color, quiet, environment, terminal));
    }

    private void trace(Throwable error, Form form) {
        if (form.debug()) {
            StringWriter trace = new StringWriter();
            error.printStackTrace(new PrintWriter(trace));
            terminal.err(trace.toString());
        }
    }
}
