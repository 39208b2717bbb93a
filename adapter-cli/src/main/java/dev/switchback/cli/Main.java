package dev.switchback.cli;

import dev.switchback.cli.command.ApiEntry;
import dev.switchback.cli.terminal.Environment;
import dev.switchback.cli.terminal.SystemEnvironment;
import dev.switchback.cli.terminal.SystemTerminal;

/** The process. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        Environment environment = SystemEnvironment.read();
        System.exit(DaggerCliComponent.factory()
                .create(SystemTerminal.open(environment), environment, ApiEntry.installed())
                .application()
                .run(args));
    }
}
