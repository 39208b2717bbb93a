package dev.switchback.cli.command;

import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.TextAnswer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** {@code completion}: a script that lets a shell complete our words. */
final class CompletionCommand implements Command {

    private static final Set<String> SHELLS = Set.of("bash", "zsh", "fish");

    /** Has no state. */
    @Inject
    CompletionCommand() {}

    @Override
    public String name() {
        return "completion";
    }

    @Override
    public Group group() {
        return Group.MORE;
    }

    @Override
    public CommandSpec spec() {
        return Specs.command(
                        "Prints a completion script.",
                        "bash: eval \"$(switchback completion bash)\" in .bashrc, and the same with zsh in .zshrc."
                                + " fish: write it to ~/.config/fish/completions/switchback.fish.",
                        "switchback completion bash")
                .addPositional(Specs.required("SHELL", "bash, zsh or fish."));
    }

    @Override
    public Answer run(Arguments arguments) {
        String shell = arguments.parameter(0).orElse("");
        if (!SHELLS.contains(shell)) {
            throw CommandRejectedException.usage(
                    "completion knows bash, zsh and fish", "see: switchback help completion");
        }
        String file = "/dev/switchback/cli/completion/switchback." + shell;
        try (InputStream in = Objects.requireNonNull(CompletionCommand.class.getResourceAsStream(file))) {
            return new TextAnswer("completion", new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
