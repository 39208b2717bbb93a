package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.Settings;
import dev.switchback.api.config.SettingsLoader;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.cli.render.Look;
import dev.switchback.cli.terminal.Environment;
import dev.switchback.cli.terminal.Interruption;
import dev.switchback.cli.terminal.Terminal;
import dev.switchback.cli.terminal.Ticker;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The project that a command works in: its folder, its settings, its database. */
@Singleton
public final class Workspace {

    private final ApiEntry api;
    private final Environment environment;
    private final Terminal terminal;
    private final Ticker ticker;
    private final ConnectionOptions connection;
    private final Interruption interruption;
    private final List<String> warnings = new CopyOnWriteArrayList<>();

    @Inject
    Workspace(
            ApiEntry api,
            Environment environment,
            Terminal terminal,
            Ticker ticker,
            ConnectionOptions connection,
            Interruption interruption) {
        this.api = api;
        this.environment = environment;
        this.terminal = terminal;
        this.ticker = ticker;
        this.connection = connection;
        this.interruption = interruption;
    }

    /** Opens a manager that tells on the error stream what it does. */
    MigrationManager open(Arguments arguments) {
        return open(arguments, Map.of());
    }

    /** The same with settings that the command decides. */
    MigrationManager open(Arguments arguments, Map<ConfigKey<?>, String> decided) {
        SettingsLoader loader = loader(arguments);
        decided.forEach(loader::explicit);
        // a pool costs more than it gives for one command
        loader.explicit(ConfigKey.POOL, "false");
        MigrationListener listener = listener(arguments);
        MigrationManager manager = api.open(loader, event -> {
            interruption.listen();
            // a command may take the lock more than once
            if (event instanceof MigrationEvent.LockSkipped skipped && !warnings.contains(skipped.warning())) {
                warnings.add(skipped.warning());
            }
            listener.on(event);
        });
        interruption.onRequest(manager::stop);
        return manager;
    }

    /**
     * What was heard of the commands so far that belongs among the warnings of an answer.
     *
     * @return a copy; empty if there was nothing
     */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** The settings in force. */
    Settings settings(Arguments arguments) {
        return loader(arguments).load();
    }

    /** The folder that relative paths are relative to. */
    Path folder(Arguments arguments) {
        Path folder = arguments
                .option(GlobalOptions.CHDIR)
                .map(dir -> environment.workingDirectory().resolve(path(dir, GlobalOptions.CHDIR)))
                .orElse(environment.workingDirectory())
                .toAbsolutePath()
                .normalize();
        if (!Files.isDirectory(folder)) {
            throw CommandRejectedException.files("-C: '" + folder + "' is not a folder", "name a folder that exists");
        }
        return folder;
    }

    /** A file that an option names. */
    Path file(String name, String option, Arguments arguments) {
        return folder(arguments).resolve(path(name, option));
    }

    /** A path as a person would write it: relative to the folder, if it is in it. */
    String shown(Path path, Arguments arguments) {
        Path folder = folder(arguments);
        return path.toAbsolutePath().normalize().startsWith(folder)
                ? folder.relativize(path.toAbsolutePath().normalize()).toString()
                : path.toString();
    }

    /**
     * Where a migration file is, for tools that look from the folder in which the process was started.
     *
     * @param script the file, as the migrations folder calls it
     * @param arguments the command line
     * @return its path, if one of the folders has it; else what was given
     */
    public String located(String script, Arguments arguments) {
        for (String dir : settings(arguments).get(ConfigKey.DIRS)) {
            if (!dir.startsWith("classpath:")) {
                Path file = folder(arguments).resolve(dir).resolve(script).normalize();
                Path start = environment.workingDirectory();
                if (Files.isRegularFile(file) && file.startsWith(start)) {
                    return start.relativize(file).toString().replace('\\', '/');
                }
            }
        }
        return script;
    }

    private SettingsLoader loader(Arguments arguments) {
        SettingsLoader loader = SettingsLoader.in(folder(arguments)).environment(environment.variables());
        for (GlobalOptions.SettingOption option : GlobalOptions.SETTINGS) {
            arguments.option(option.name()).ifPresent(value -> loader.explicit(option.key(), value, option.name()));
        }
        List<String> dirs = arguments.options(GlobalOptions.DIR);
        if (!dirs.isEmpty()) {
            loader.explicit(ConfigKey.DIRS, String.join(",", dirs), GlobalOptions.DIR);
        }
        arguments.option(GlobalOptions.PROFILE).ifPresent(loader::profile);
        arguments
                .option(GlobalOptions.CONFIG)
                .map(name -> path(name, GlobalOptions.CONFIG))
                .ifPresent(loader::configFile);
        List<Path> files = arguments.options(GlobalOptions.ENV_FILE).stream()
                .map(name -> path(name, GlobalOptions.ENV_FILE))
                .toList();
        if (!files.isEmpty() || arguments.flag(GlobalOptions.NO_ENV_FILE)) {
            loader.envFiles(files);
        }
        connection.apply(arguments, loader);
        return loader;
    }

    private MigrationListener listener(Arguments arguments) {
        if (arguments.output(OutputForm.usual(environment)) == OutputForm.NDJSON) {
            return new EventLines(terminal);
        }
        Look look = Look.of(arguments.color(), arguments.ascii(), arguments.quiet(), environment, terminal);
        if (look.quiet()) {
            return MigrationListener.silent();
        }
        boolean live = terminal.errIsTerminal()
                && !arguments.flag(GlobalOptions.NO_PROGRESS)
                && !environment.flag("SWITCHBACK_NO_PROGRESS");
        return new Progress(terminal, look, ticker, live);
    }

    private static Path path(String text, String option) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw CommandRejectedException.usage(option + ": not a path", "name a file or a folder that exists");
        }
    }
}
