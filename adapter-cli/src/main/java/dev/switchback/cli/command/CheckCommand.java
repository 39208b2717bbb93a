package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.schema.SchemaComparison;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.CheckAnswer;
import dev.switchback.cli.answer.OfflineCheckAnswer;
import jakarta.inject.Inject;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code check}: the gate for CI. */
final class CheckCommand implements Command {

    private static final String MODEL = "--model";
    private static final String AUTOGENERATE = "--autogenerate";
    private static final String NO_DRIFT = "--no-drift";
    private static final String OFFLINE = "--offline";
    private static final String STRICT = "--strict";

    private final Workspace workspace;
    private final DriftCheck drift;

    @Inject
    CheckCommand(Workspace workspace, DriftCheck drift) {
        this.workspace = workspace;
        this.drift = drift;
    }

    @Override
    public String name() {
        return "check";
    }

    @Override
    public Group group() {
        return Group.LOOK;
    }

    @Override
    public CommandSpec spec() {
        return Specs.command(
                        "Compares files and history, for CI.",
                        "Exits with 0 if they agree, with 3 if migrations are pending, with 4 if something is wrong, with 5 if somebody changed the schema without a migration (the setting drift decides where that is looked for), or if the model has what the migrations do not make.",
                        "switchback check && deploy",
                        "switchback check --model",
                        "switchback check --offline")
                .addOption(
                        GlobalOptions.flag("Also compare the migrations with the setting model.", MODEL, AUTOGENERATE)
                                .build())
                .addOption(GlobalOptions.flag("Do not look for what somebody changed without a migration.", NO_DRIFT)
                        .build())
                .addOption(GlobalOptions.flag("Look at the files only, at no database.", OFFLINE)
                        .build())
                .addOption(GlobalOptions.flag("Exit with 4 for warnings too.", STRICT)
                        .build());
    }

    @Override
    public Answer run(Arguments arguments) {
        boolean strict = arguments.flag(STRICT);
        if (arguments.flag(OFFLINE) && arguments.flag(MODEL)) {
            throw CommandRejectedException.usage(
                    OFFLINE + " and " + MODEL + " exclude each other: the model is compared in a scratch database",
                    "see: switchback help check");
        }
        try (MigrationManager manager = workspace.open(arguments)) {
            if (arguments.flag(OFFLINE)) {
                return new OfflineCheckAnswer(manager.files(), strict);
            }
            CheckAnswer answer = CheckAnswer.of(manager.check(), strict);
            Optional<SchemaComparison> model =
                    arguments.flag(MODEL) ? Optional.of(manager.checkModel()) : Optional.empty();
            CheckAnswer seen =
                    arguments.flag(NO_DRIFT) ? answer : drift.look(manager, answer, workspace.settings(arguments));
            return seen.withModel(model);
        }
    }
}
