package dev.switchback.flyway;

import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.error.EngineFailureException;
import dev.switchback.api.error.InvalidRequestException;
import dev.switchback.api.model.EngineOutput;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.port.ConsoleCommands;
import dev.switchback.core.port.EngineConsole;
import dev.switchback.core.port.EngineContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Flyway's own commands on the connection and the folders of Switchback, with Flyway's own reading of the files. */
final class FlywayEngineConsole implements EngineConsole {

    private static final ConsoleCommands COMMANDS =
            new ConsoleCommands("flyway", Set.of("info", "validate"), Set.of("clean"));
    /** Options that choose how a command works. Which database and which files, Switchback has decided. */
    private static final Set<String> OPTIONS = new TreeSet<>(Set.of(
            "baselineDescription",
            "baselineVersion",
            "baselineOnMigrate",
            "group",
            "ignoreMigrationPatterns",
            "installedBy",
            "mixed",
            "outOfOrder",
            "skipExecutingMigrations",
            "target",
            "validateMigrationNaming",
            "validateOnMigrate"));

    private final EngineContext context;

    FlywayEngineConsole(EngineContext context) {
        this.context = context;
    }

    @Override
    public boolean writes(List<String> words) {
        return COMMANDS.writes(words);
    }

    @Override
    public EngineOutput run(
            Connection connection, List<MigrationScript> migrations, List<Path> folders, List<String> words)
            throws SQLException {
        String command = words.get(0);
        COMMANDS.refuseEmptying(words);
        FlywayVerb verb = FlywayVerb.of(command);
        Map<String, String> options = options(words.subList(1, words.size()));
        try (FlywaySilence silence = FlywaySilence.begin()) {
            Flyway flyway =
                    configuration(connection, folders).configuration(options).load();
            silence.renew();
            return verb.run(flyway);
        } catch (FlywayException e) {
            throw failure(e);
        }
    }

    private FluentConfiguration configuration(Connection connection, List<Path> folders) {
        FluentConfiguration configuration = Flyway.configure(Flyway.class.getClassLoader())
                .dataSource(new SingleConnectionDataSource(connection))
                .loggers()
                .locations(
                        folders.stream().map(folder -> "filesystem:" + folder).toArray(String[]::new))
                .cleanDisabled(true)
                .placeholderReplacement(!context.placeholders().isEmpty())
                .placeholders(context.placeholders())
                .table(HistoryTable.nameIn(context));
        context.schema().ifPresent(configuration::defaultSchema);
        return configuration;
    }

    private static Map<String, String> options(List<String> words) {
        Map<String, String> options = new HashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            String bare = name.replaceFirst("^--?", "");
            if (equals < 0 || !name.startsWith("-") || !OPTIONS.contains(bare)) {
                throw new InvalidRequestException(
                        "option",
                        "Flyway has no option of that form that could be used here",
                        "write -name=value with one of: " + String.join(", ", OPTIONS));
            }
            options.put("flyway." + bare, word.substring(equals + 1));
        }
        return options;
    }

    /** What the database said, or else what Flyway says. */
    private static RuntimeException failure(FlywayException error) throws SQLException {
        SQLException cause = FlywayErrors.toSqlException(error);
        if (cause.getSQLState() != null) {
            throw cause;
        }
        return new EngineFailureException("flyway", DatabaseState.UNKNOWN, String.valueOf(error.getMessage()), cause);
    }
}
