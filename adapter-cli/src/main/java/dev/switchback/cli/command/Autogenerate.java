package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.SchemaSource;
import dev.switchback.api.error.InvalidRequestException;
import dev.switchback.api.model.CreateResult;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.Problem;
import dev.switchback.api.model.ShellWord;
import dev.switchback.api.model.StatusReport;
import dev.switchback.api.model.Target;
import dev.switchback.api.schema.AutogenerateRequest;
import dev.switchback.api.schema.AutogenerateResult;
import dev.switchback.api.schema.Rename;
import dev.switchback.api.schema.RenameDecision;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.AutogenerateAnswer;
import dev.switchback.cli.answer.FilesAnswer;
import dev.switchback.cli.answer.FilesAnswer.FileLine;
import dev.switchback.cli.answer.StampAnswer;
import dev.switchback.cli.command.Confirmation.Question;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The part of {@code create} that writes the SQL itself. */
final class Autogenerate {

    private static final String AUTOGENERATE = "--autogenerate";
    private static final String FROM = "--from";
    private static final String LIVE = "live";
    private static final String AGAINST = "--against";
    private static final String RENAME = "--rename";
    private static final String NO_RENAMES = "--no-renames";
    private static final String ALLOW_DROPS = "--allow-drops";
    private static final String ALLOW_REQUIRED = "--allow-required";
    private static final String LOSSY_DOWN = "--lossy-down";
    static final String STAMP = "--stamp";
    private static final String HELP = "see: switchback help create";

    private static final List<String> OWN =
            List.of(FROM, AGAINST, RENAME, NO_RENAMES, ALLOW_DROPS, ALLOW_REQUIRED, LOSSY_DOWN, STAMP);

    private final Workspace workspace;
    private final Confirmation confirmation;
    private final CreatedFiles created;

    @Inject
    Autogenerate(Workspace workspace, Confirmation confirmation, CreatedFiles created) {
        this.workspace = workspace;
        this.confirmation = confirmation;
        this.created = created;
    }

    static CommandSpec addTo(CommandSpec spec) {
        return spec.addOption(GlobalOptions.flag("Write the SQL: what differs from the model.", AUTOGENERATE)
                        .build())
                .addOption(GlobalOptions.value(
                                "SOURCE",
                                "With --autogenerate, which it implies: the schema to reach. A file or folder of DDL, a database URL, entities or live; without it, the setting model.",
                                FROM)
                        .build())
                .addOption(GlobalOptions.value(
                                "SOURCE", "The schema to begin with: migrations unless given, or live.", AGAINST)
                        .build())
                .addOption(OptionSpec.builder(RENAME)
                        .arity("1")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .paramLabel("OLD:NEW")
                        .description("What was renamed: a table, or TABLE.OLD:NEW. Can be repeated.")
                        .build())
                .addOption(GlobalOptions.flag("Nothing else was renamed.", NO_RENAMES)
                        .build())
                .addOption(GlobalOptions.flag("Drop what has rows, instead of keeping it.", ALLOW_DROPS)
                        .build())
                .addOption(GlobalOptions.flag("Add columns that need a value to tables that are there.", ALLOW_REQUIRED)
                        .build())
                .addOption(GlobalOptions.flag("A down script even if it cannot bring back all rows.", LOSSY_DOWN)
                        .build())
                .addOption(GlobalOptions.flag("Record it as applied: the database has it.", STAMP)
                        .build());
    }

    /** Whether it is asked for. */
    static boolean isAsked(Arguments arguments) {
        boolean asked = arguments.flag(AUTOGENERATE) || arguments.option(FROM).isPresent();
        if (!asked) {
            OWN.stream().filter(arguments::flag).findFirst().ifPresent(option -> {
                throw CommandRejectedException.usage(option + " needs --autogenerate", HELP);
            });
        }
        return asked;
    }

    Answer run(Arguments arguments, String name, Optional<MigrationVersion> version, boolean down) {
        AutogenerateRequest request = request(arguments, name, version, down);
        try (MigrationManager manager = workspace.open(arguments)) {
            if (arguments.flag(STAMP)) {
                requireUpToDate(manager.status(), arguments, name);
            }
            AutogenerateResult result = made(manager, request);
            Optional<StampAnswer> stamped =
                    arguments.flag(STAMP) && result.files().isPresent()
                            ? Optional.of(new StampAnswer(manager.stamp(Target.head())))
                            : Optional.empty();
            return new AutogenerateAnswer(result, files(result, arguments), stamped);
        }
    }

    private AutogenerateRequest request(
            Arguments arguments, String name, Optional<MigrationVersion> version, boolean down) {
        return new AutogenerateRequest(
                name,
                version,
                arguments.option(FROM).map(SchemaSource::parse).orElseGet(SchemaSource.Model::new),
                arguments.option(AGAINST).map(SchemaSource::parse).orElseGet(SchemaSource.Migrations::new),
                arguments.options(RENAME).stream().map(Autogenerate::rename).toList(),
                arguments.flag(NO_RENAMES)
                        ? likely -> Optional.of(false)
                        : new RenameQuestions(confirmation, arguments),
                arguments.flag(ALLOW_DROPS),
                arguments.flag(ALLOW_REQUIRED),
                down,
                arguments.flag(LOSSY_DOWN),
                CreatedFiles.isPrinted(arguments));
    }

    private static Rename rename(String text) {
        return Rename.parse(text)
                .orElseThrow(() -> CommandRejectedException.usage(
                        RENAME + ": write OLD:NEW for a table, or TABLE.OLD:NEW for a column", HELP));
    }

    /** What nobody could be asked is refused, as every confirmation that is missing. */
    private static AutogenerateResult made(MigrationManager manager, AutogenerateRequest request) {
        List<Rename> undecided = new ArrayList<>();
        RenameDecision decision = likely -> {
            Optional<Boolean> decided = request.decision().isRename(likely);
            if (decided.isEmpty()) {
                undecided.add(likely);
            }
            return decided;
        };
        try {
            return manager.autogenerate(request.deciding(decision));
        } catch (InvalidRequestException e) {
            if (undecided.isEmpty()) {
                throw e;
            }
            throw CommandRejectedException.refused(String.valueOf(e.getMessage()), e.nextStep());
        }
    }

    /** Only the new migration may be recorded unseen; a database without any history is what this is for. */
    private void requireUpToDate(StatusReport status, Arguments arguments, String name) {
        boolean sound = status.problems().stream().allMatch(p -> p.kind() == Problem.Kind.FOREIGN_HISTORY)
                && status.migrations().stream().noneMatch(m -> m.state().pending());
        if (!sound) {
            throw CommandRejectedException.refused(
                    STAMP + " would record migrations that the database has not had",
                    "bring the database to head first: switchback status");
        }
        confirmation.moderate(
                arguments,
                new Question(
                        "create " + new ShellWord(name) + (isFromLive(arguments) ? " " + FROM + " " + LIVE : "") + " "
                                + STAMP,
                        status.database(),
                        List.of("This will record the migration '" + name + "' as applied in "
                                + status.database().asUser() + " and run no script.")));
    }

    private FilesAnswer files(AutogenerateResult result, Arguments arguments) {
        List<FileLine> lines = new ArrayList<>();
        result.files().ifPresent(files -> lines.addAll(created.lines(files, arguments)));
        result.pendingDrops().ifPresent(file -> lines.add(new FileLine("updated", workspace.shown(file, arguments))));
        return new FilesAnswer(lines, next(result.files(), arguments), created.edited(result.files(), arguments));
    }

    private static boolean isFromLive(Arguments arguments) {
        return arguments.option(FROM).filter(LIVE::equals).isPresent();
    }

    private static String next(Optional<CreateResult> created, Arguments arguments) {
        if (created.isEmpty() || arguments.flag(STAMP) || CreatedFiles.isPrinted(arguments)) {
            return "";
        }
        // to run it where it comes from would fail, or do it twice
        return isFromLive(arguments)
                ? "look it over, and record it here, where it is already: switchback stamp head"
                : "look it over, then: switchback upgrade";
    }
}
