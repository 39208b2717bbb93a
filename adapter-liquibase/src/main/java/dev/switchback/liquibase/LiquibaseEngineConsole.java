package dev.switchback.liquibase;

import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.error.EngineFailureException;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.model.EngineOutput;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.port.ConsoleCommands;
import dev.switchback.core.port.EngineConsole;
import dev.switchback.core.port.EngineContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import liquibase.command.CommandScope;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.Database;
import liquibase.exception.ValidationFailedException;

/**
 * Liquibase's own commands on the connection of Switchback, with the changelog that {@code export} writes, in a folder
 * of its own that is removed again.
 */
final class LiquibaseEngineConsole implements EngineConsole {

    private static final String CHANGELOG = "changelog.xml";

    private static final ConsoleCommands COMMANDS = new ConsoleCommands(
            "liquibase",
            Set.of(
                    "calculate-checksum",
                    "future-rollback-sql",
                    "history",
                    "list-locks",
                    "rollback-count-sql",
                    "rollback-sql",
                    "status",
                    "tag-exists",
                    "unexpected-change-sets",
                    "unexpected-changesets",
                    "update-count-sql",
                    "update-sql",
                    "update-to-tag-sql",
                    "validate"),
            Set.of("drop-all"));

    private final EngineContext context;
    private final HistoryTable table;

    LiquibaseEngineConsole(EngineContext context, HistoryTable table) {
        this.context = context;
        this.table = table;
    }

    @Override
    public boolean writes(List<String> words) {
        return COMMANDS.writes(words);
    }

    @Override
    public EngineOutput run(
            Connection connection, List<MigrationScript> migrations, List<Path> folders, List<String> words)
            throws SQLException {
        COMMANDS.refuseEmptying(words);
        try {
            Path folder = Files.createTempDirectory("switchback-liquibase");
            try {
                Path changelog = folder.resolve(CHANGELOG);
                new LiquibaseMigrationExporter(context).export(migrations, folders, changelog);
                return run(connection, changelog, words);
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new EngineFailureException(
                    "liquibase", DatabaseState.UNCHANGED, "its changelog cannot be written: " + e, e);
        }
    }

    /** What cannot be removed is left: the command has run, and what it did is the answer. */
    private static void remove(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(CHANGELOG));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // the system clears its temporary files
        }
    }

    private EngineOutput run(Connection connection, Path changelog, List<String> words) throws SQLException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        StringBuilder messages = new StringBuilder();
        boolean ok = true;
        try {
            LiquibaseScopes.talking(messages, changelog.getRoot(), () -> {
                Database database = LiquibaseTables.open(connection, table);
                try {
                    CommandScope scope = LiquibaseWords.scope(words, changelog);
                    scope.addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database);
                    return scope.setOutput(output).execute();
                } finally {
                    LiquibaseScopes.forget(database);
                }
            });
        } catch (SwitchbackException e) {
            throw e;
        } catch (Exception e) {
            if (!(rootOf(e) instanceof ValidationFailedException)) {
                throw failure(e);
            }
            messages.append(rootOf(e).getMessage());
            ok = false;
        }
        String text = output.toString(StandardCharsets.UTF_8);
        return new EngineOutput(
                words.get(0), text.isBlank() ? messages.toString().strip() : text.strip(), ok);
    }

    private static Throwable rootOf(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null && !(root instanceof SQLException)) {
            root = root.getCause();
        }
        return root;
    }

    /** What the database said, or else what Liquibase says. */
    private static RuntimeException failure(Exception error) throws SQLException {
        Throwable root = rootOf(error);
        if (root instanceof SQLException fromDatabase && fromDatabase.getSQLState() != null) {
            throw fromDatabase;
        }
        return new EngineFailureException(
                "liquibase", DatabaseState.UNKNOWN, String.valueOf(root.getMessage()), LiquibaseErrors.clean(root));
    }
}
