package dev.switchback.cli;

import dev.switchback.cli.command.ApiEntry;
import dev.switchback.cli.terminal.Environment;
import dev.switchback.cli.terminal.Interruption;
import dev.switchback.cli.terminal.Signals;
import dev.switchback.cli.terminal.SystemEnvironment;
import dev.switchback.cli.terminal.SystemTerminal;
import dev.switchback.cli.terminal.Terminal;

/** The process. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.exit(start(args));
    }

    /** Runs one command as a process does, and gives its exit code. */
    static int start(String... args) {
        Ahead.begin();
        Environment environment = SystemEnvironment.read();
        CliComponent component = DaggerCliComponent.factory()
                .create(SystemTerminal.open(environment), environment, ApiEntry.installed());
        Interruption interruption = component.interruption();
        interruption.whenNeeded(() -> Signals.passTo(interruption));
        return component.application().run(args);
    }

    /**
     * Runs one command inside a process that goes on.
     *
     * @param environment what it sees
     * @param terminal where it writes and asks
     * @param args the command line
     * @return the exit code
     */
    public static int run(Environment environment, Terminal terminal, String... args) {
        return DaggerCliComponent.factory()
                .create(terminal, environment, ApiEntry.installed())
                .application()
                .run(args);
    }
}
