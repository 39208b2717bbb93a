package dev.switchback.cli.command;

import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.SettingsLoader;
import dev.switchback.cli.terminal.Environment;
import dev.switchback.cli.terminal.Terminal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways to give a URL or a password that do not show it to everybody who lists processes. */
@Singleton
final class ConnectionOptions {

    private static final String HELP = "see: switchback help";

    private final Terminal terminal;
    private final Environment environment;
    /** Asked for once, however often the settings are read. */
    private @Nullable String typed;

    @Inject
    ConnectionOptions(Terminal terminal, Environment environment) {
        this.terminal = terminal;
        this.environment = environment;
    }

    void apply(Arguments arguments, SettingsLoader loader) {
        onlyOne(arguments, List.of("--url", GlobalOptions.URL_ENV, GlobalOptions.URL_FILE));
        onlyOne(
                arguments,
                List.of(GlobalOptions.PASSWORD_FILE, GlobalOptions.PASSWORD_STDIN, GlobalOptions.ASK_PASSWORD));
        arguments
                .option(GlobalOptions.URL_ENV)
                .ifPresent(name -> loader.explicit(ConfigKey.URL, variable(name), GlobalOptions.URL_ENV));
        arguments
                .option(GlobalOptions.URL_FILE)
                .ifPresent(file -> loader.explicitFile(ConfigKey.URL, file, GlobalOptions.URL_FILE));
        arguments
                .option(GlobalOptions.PASSWORD_FILE)
                .ifPresent(file -> loader.explicitFile(ConfigKey.PASSWORD, file, GlobalOptions.PASSWORD_FILE));
        if (arguments.flag(GlobalOptions.PASSWORD_STDIN)) {
            loader.explicit(ConfigKey.PASSWORD, fromStandardInput(), GlobalOptions.PASSWORD_STDIN);
        }
        if (arguments.flag(GlobalOptions.ASK_PASSWORD)) {
            loader.explicit(ConfigKey.PASSWORD, asked(arguments), GlobalOptions.ASK_PASSWORD);
        }
    }

    private static void onlyOne(Arguments arguments, List<String> options) {
        List<String> given = options.stream().filter(arguments::flag).toList();
        if (given.size() > 1) {
            throw CommandRejectedException.usage(given.get(0) + " and " + given.get(1) + " say the same thing", HELP);
        }
    }

    private String variable(String name) {
        return environment
                .variable(name)
                .orElseThrow(() -> CommandRejectedException.files(
                        GlobalOptions.URL_ENV + ": the variable that it names is not set, or empty",
                        "name a variable of the environment that holds the URL"));
    }

    private String fromStandardInput() {
        String password = typed;
        if (password == null) {
            password = terminal.readLine()
                    .orElseThrow(() -> CommandRejectedException.files(
                            GlobalOptions.PASSWORD_STDIN + ": standard input is empty",
                            "write the password to it, followed by a line end"));
            typed = password;
        }
        return password;
    }

    private String asked(Arguments arguments) {
        String password = typed;
        if (password == null) {
            if (!terminal.canAsk() || arguments.flag(GlobalOptions.NO_INPUT)) {
                throw CommandRejectedException.refused(
                        GlobalOptions.ASK_PASSWORD + ": there is nobody to ask",
                        "use " + GlobalOptions.PASSWORD_FILE + " or " + GlobalOptions.PASSWORD_STDIN);
            }
            password = terminal.readSecret("Password: ").orElse("");
            typed = password;
        }
        return password;
    }
}
