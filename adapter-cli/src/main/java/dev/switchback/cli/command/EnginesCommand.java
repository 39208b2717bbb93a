package dev.switchback.cli.command;

import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.EnginesAnswer;
import jakarta.inject.Inject;
import picocli.CommandLine.Model.CommandSpec;

/** {@code engines}: what can run migrations here. */
final class EnginesCommand implements Command {

    private final ApiEntry api;

    @Inject
    EnginesCommand(ApiEntry api) {
        this.api = api;
    }

    @Override
    public String name() {
        return "engines";
    }

    @Override
    public Group group() {
        return Group.MORE;
    }

    @Override
    public CommandSpec spec() {
        return Specs.command(
                "Lists the installed engines and drivers.",
                "With what not every engine has: tags (targets like @v1), a lock of its own (see lock release), commands"
                        + " of its own (see engine), and whether plain use of it needs an export.",
                "switchback engines");
    }

    @Override
    public Answer run(Arguments arguments) {
        return new EnginesAnswer(api.engines(), api.drivers());
    }
}
