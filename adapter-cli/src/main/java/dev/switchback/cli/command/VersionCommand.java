package dev.switchback.cli.command;

import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.VersionAnswer;
import dev.switchback.cli.terminal.Environment;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.Model.CommandSpec;

/** {@code version}: which Switchback this is. */
final class VersionCommand implements Command {

    private final Environment environment;

    @Inject
    VersionCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public String name() {
        return "version";
    }

    @Override
    public Group group() {
        return Group.MORE;
    }

    @Override
    public CommandSpec spec() {
        return Specs.command(
                "Prints the version.",
                "The version of Switchback, and of the Java that it runs on.",
                "switchback version");
    }

    @Override
    public Answer run(Arguments arguments) {
        return new VersionAnswer(version(), environment.java());
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(
                VersionCommand.class.getResourceAsStream("/dev/switchback/cli/version.properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("version.properties cannot be read", e);
        }
        return properties.getProperty("version", "unknown");
    }
}
