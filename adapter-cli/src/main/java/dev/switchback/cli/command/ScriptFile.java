package dev.switchback.cli.command;

import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.FilesAnswer;
import dev.switchback.cli.answer.FilesAnswer.FileLine;
import dev.switchback.cli.terminal.Page;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The option {@code --sql}: an answer that is a script as text, on standard output or in a file. */
final class ScriptFile {

    private final Workspace workspace;

    @Inject
    ScriptFile(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Writes it if a file is named; returns what there is to say then. */
    Answer of(Answer script, Arguments arguments) {
        return of(script, arguments, "");
    }

    /** The same, with what is to be done when it has run. */
    Answer of(Answer script, Arguments arguments, String afterwards) {
        Optional<String> name = arguments.option(Specs.SQL).filter(given -> !given.equals(Specs.STDOUT));
        return name.isPresent() ? written(script, name.get(), arguments, afterwards) : script;
    }

    private Answer written(Answer script, String name, Arguments arguments, String afterwards) {
        Path file = workspace.file(name, Specs.SQL, arguments);
        String action = Files.exists(file) ? "replaced" : "created";
        Page page = new Page(Integer.MAX_VALUE, true, Optional.empty(), true);
        script.describe(page);
        try {
            Files.writeString(file, page.render(false));
        } catch (IOException e) {
            throw CommandRejectedException.files(
                    Specs.SQL + ": the file cannot be written (" + e.getClass().getSimpleName() + ")",
                    "name a file that can be");
        }
        return new FilesAnswer(
                List.of(new FileLine(action, workspace.shown(file, arguments))),
                "read it; nothing was run." + (afterwards.isEmpty() ? "" : " " + afterwards),
                script.warnings());
    }
}
