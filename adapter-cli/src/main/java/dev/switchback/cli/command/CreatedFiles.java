package dev.switchback.cli.command;

import dev.switchback.api.model.CreateResult;
import dev.switchback.api.model.CreateResult.NewFile;
import dev.switchback.cli.answer.FilesAnswer.FileLine;
import dev.switchback.cli.terminal.Editor;
import dev.switchback.cli.terminal.Environment;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** What {@code create} does with the files of a migration: names them, prints them instead, or opens the first one. */
final class CreatedFiles {

    private static final String PRINT = "--print";
    private static final String EDIT = "--edit";
    private static final String HELP = "see: switchback help create";

    private final Workspace workspace;
    private final Confirmation confirmation;
    private final Editor editor;

    @Inject
    CreatedFiles(Workspace workspace, Confirmation confirmation, Environment environment) {
        this.workspace = workspace;
        this.confirmation = confirmation;
        this.editor = new Editor(environment);
    }

    static CommandSpec addTo(CommandSpec spec) {
        return spec.addOption(GlobalOptions.flag("Show the files, and write none.", PRINT)
                        .build())
                .addOption(GlobalOptions.flag("Open the script in VISUAL or EDITOR.", EDIT)
                        .build());
    }

    static boolean isPrinted(Arguments arguments) {
        return arguments.flag(PRINT);
    }

    /** Before anything is written: what is asked for can be done. */
    void require(Arguments arguments, String recording) {
        boolean edited = arguments.flag(EDIT);
        if (isPrinted(arguments) && edited) {
            throw CommandRejectedException.usage(PRINT + " writes no file that " + EDIT + " could open", HELP);
        }
        if (arguments.flag(recording) && (isPrinted(arguments) || edited)) {
            throw CommandRejectedException.usage(
                    recording + " records the migration as it is written: not with " + (edited ? EDIT : PRINT), HELP);
        }
        if (edited && !confirmation.hasPerson(arguments)) {
            throw CommandRejectedException.usage(EDIT + " needs a terminal", "leave it out, and edit the file later");
        }
        if (edited && editor.command().isEmpty()) {
            throw CommandRejectedException.usage(
                    EDIT + ": neither VISUAL nor EDITOR is set", "set one of them to the command of your editor");
        }
    }

    List<FileLine> lines(CreateResult created, Arguments arguments) {
        List<FileLine> lines = new ArrayList<>();
        lines.add(line(created.up(), arguments));
        created.down().ifPresent(down -> lines.add(line(down, arguments)));
        if (!isPrinted(arguments)) {
            lines.add(new FileLine("updated", workspace.shown(created.sum(), arguments)));
        }
        return lines;
    }

    private FileLine line(NewFile file, Arguments arguments) {
        String path = workspace.shown(file.path(), arguments);
        return isPrinted(arguments) ? FileLine.shown(path, file.text()) : new FileLine("created", path);
    }

    /** Lets the person write the script, if that is wanted; what went wrong with that. */
    List<String> edited(Optional<CreateResult> created, Arguments arguments) {
        if (!arguments.flag(EDIT)) {
            return List.of();
        }
        return created.flatMap(files -> editor.open(files.up().path())).stream()
                .map(wrong -> wrong + "; the files are there")
                .toList();
    }
}
