package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.Settings;
import dev.switchback.api.config.SettingsLoader;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.cli.render.Look;
import dev.switchback.cli.terminal.Environment;
import dev.switchback.cli.terminal.Terminal;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The project that a command works in: its folder, its settings, its database. */
final class Workspace {

    /** The launcher's own variables, which are no settings. */
    private static final String LAUNCHER_VARIABLE = "SWITCHBACK_STDIN_TTY";

    private final ApiEntry api;
    private final Environment environment;
    private final Terminal terminal;

    @Inject
    Workspace(ApiEntry api, Environment environment, Terminal terminal) {
        this.api = api;
        this.environment = environment;
        this.terminal = terminal;
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
        return api.open(loader, listener(arguments));
    }

    /** The settings in force. */
    Settings settings(Arguments arguments) {
        return loader(arguments).load();
    }

    /** The folder that relative paths are relative to. */
    Path folder(Arguments arguments) {
        Path folder = arguments
                .option(GlobalOptions.CHDIR)
                .map(dir -> environment.workingDirectory().resolve(path(dir)))
                .orElse(environment.workingDirectory())
                .toAbsolutePath()
                .normalize();
        if (!Files.isDirectory(folder)) {
            throw CommandRejectedException.files("-C: '" + folder + "' is not a folder", "name a folder that exists");
        }
        return folder;
    }

    /** A path as a person would write it: relative to the folder, if it is in it. */
    String shown(Path path, Arguments arguments) {
        Path folder = folder(arguments);
        return path.toAbsolutePath().normalize().startsWith(folder)
                ? folder.relativize(path.toAbsolutePath().normalize()).toString()
                : path.toString();
    }

    private SettingsLoader loader(Arguments arguments) {
        SettingsLoader loader = SettingsLoader.in(folder(arguments)).environment(variables());
        for (GlobalOptions.SettingOption option : GlobalOptions.SETTINGS) {
            arguments.option(option.name()).ifPresent(value -> loader.explicit(option.key(), value, option.name()));
        }
        List<String> dirs = arguments.options(GlobalOptions.DIR);
        if (!dirs.isEmpty()) {
            loader.explicit(ConfigKey.DIRS, String.join(",", dirs), GlobalOptions.DIR);
        }
        arguments.option(GlobalOptions.PROFILE).ifPresent(loader::profile);
        return loader;
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(environment.variables());
        variables.remove(LAUNCHER_VARIABLE);
        return variables;
    }

    private MigrationListener listener(Arguments arguments) {
        Look look = Look.of(arguments.color(), arguments.quiet(), environment, terminal);
        return look.quiet() ? MigrationListener.silent() : new Progress(terminal, look);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw CommandRejectedException.usage("-C: not a path", "name a folder that exists");
        }
    }
}
