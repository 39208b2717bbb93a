package dev.switchback.cli.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The editor of the person at the terminal, which the variables VISUAL and EDITOR name. */
public final class Editor {

    private final Environment environment;
    private final String shell;

    /**
     * Creates it.
     *
     * @param environment what the process was started with
     */
    public Editor(Environment environment) {
        this(environment, "sh");
    }

    Editor(Environment environment, String shell) {
        this.environment = environment;
        this.shell = shell;
    }

    /** The command that starts it, if one is named. */
    public Optional<String> command() {
        return environment.variable("VISUAL").or(() -> environment.variable("EDITOR"));
    }

    /**
     * Lets the person edit a file, and waits for the end of it. As with git, the command is one for the shell, so that it
     * can have options and quotes.
     *
     * @param file the file
     * @return what went wrong; empty if the editor ended well
     */
    public Optional<String> open(Path file) {
        try {
            int ended = new ProcessBuilder(shell, "-c", command().orElseThrow() + " \"$@\"", "editor", file.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            return ended == 0 ? Optional.empty() : Optional.of("the editor ended with " + ended);
        } catch (IOException e) {
            return Optional.of("the editor cannot be started without a POSIX shell (" + shell
                    + "); put one on the PATH, or open the file yourself");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the wait for the editor was interrupted");
        }
    }
}
