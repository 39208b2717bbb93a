package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.model.CreateRequest;
import dev.switchback.api.model.CreateResult;
import dev.switchback.api.model.FileFormat;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.FilesAnswer;
import jakarta.inject.Inject;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code create}: the files of a new migration. */
final class CreateCommand implements Command {

    private static final String MESSAGE = "--message";
    private static final String NO_DOWN = "--no-down";
    private static final String VERSION = "--version";
    private static final String REPEATABLE = "--repeatable";
    private static final String HELP = "see: switchback help create";

    private final Workspace workspace;
    private final Autogenerate autogenerate;
    private final CreatedFiles files;

    @Inject
    CreateCommand(Workspace workspace, Autogenerate autogenerate, CreatedFiles files) {
        this.workspace = workspace;
        this.autogenerate = autogenerate;
        this.files = files;
    }

    @Override
    public String name() {
        return "create";
    }

    @Override
    public Group group() {
        return Group.START;
    }

    @Override
    public CommandSpec spec() {
        return Autogenerate.addTo(CreatedFiles.addTo(Specs.command(
                        "Creates the files of a migration.",
                        "Writes the script, its down script, and their lines in migrations.sum. Needs no database, unless it writes the SQL itself: then it compares schemas, and tries the migration in a scratch database before it writes it.",
                        "switchback create \"add invoice table\"",
                        "switchback create --repeatable \"customer view\"",
                        "switchback create \"add coupons\" --from schema.sql",
                        "switchback create \"add orders\" --format yaml --engine liquibase",
                        "switchback create initial --from live --stamp")
                .addPositional(Specs.optional("NAME", "What it does, in words."))
                .addOption(GlobalOptions.value("NAME", "The same as NAME.", "-m", MESSAGE)
                        .build())
                .addOption(GlobalOptions.value("VERSION", "Instead of the time now, in UTC.", VERSION)
                        .build())
                .addOption(GlobalOptions.value(
                                "FORMAT",
                                "sql; or a changelog of Liquibase, for that engine: yaml, xml, json.",
                                ScriptFormat.OPTION)
                        .build())
                .addOption(GlobalOptions.flag("No down script: it cannot be reverted.", NO_DOWN)
                        .build())
                .addOption(GlobalOptions.flag("Run again whenever its file changes.", REPEATABLE)
                        .build())));
    }

    @Override
    public Answer run(Arguments arguments) {
        CreateRequest request = request(arguments);
        files.require(arguments, Autogenerate.STAMP);
        if (Autogenerate.isAsked(arguments)) {
            ScriptFormat.requireSql(request.format());
            if (request.kind() == MigrationKind.REPEATABLE) {
                throw CommandRejectedException.usage("a repeatable migration is not made from a difference", HELP);
            }
            return autogenerate.run(arguments, request.description(), request.version(), request.withDown());
        }
        try (MigrationManager manager = workspace.open(arguments)) {
            CreateResult created = manager.create(request);
            return new FilesAnswer(
                    files.lines(created, arguments),
                    CreatedFiles.isPrinted(arguments) ? "" : next(request),
                    files.edited(Optional.of(created), arguments));
        }
    }

    private static String next(CreateRequest request) {
        return "write the " + (request.format() == FileFormat.SQL ? "SQL" : "changes") + ", then: switchback upgrade";
    }

    private static CreateRequest request(Arguments arguments) {
        Optional<String> message = arguments.option(MESSAGE);
        Optional<String> name = arguments.parameter(0);
        if (message.isPresent() == name.isPresent()) {
            throw CommandRejectedException.usage(
                    message.isPresent() ? "the name is given twice" : "NAME is missing: what does it do?", HELP);
        }
        boolean repeatable = arguments.flag(REPEATABLE);
        Optional<MigrationVersion> version = arguments.option(VERSION).map(CreateCommand::version);
        if (repeatable && version.isPresent()) {
            throw CommandRejectedException.usage("a repeatable migration has no version", HELP);
        }
        return new CreateRequest(
                name.or(() -> message).orElseThrow(),
                version,
                repeatable ? MigrationKind.REPEATABLE : MigrationKind.VERSIONED,
                !repeatable && !arguments.flag(NO_DOWN),
                CreatedFiles.isPrinted(arguments),
                ScriptFormat.of(arguments.option(ScriptFormat.OPTION)));
    }

    private static MigrationVersion version(String text) {
        try {
            return MigrationVersion.of(text);
        } catch (IllegalArgumentException e) {
            throw CommandRejectedException.usage(VERSION + ": " + e.getMessage(), HELP);
        }
    }
}
