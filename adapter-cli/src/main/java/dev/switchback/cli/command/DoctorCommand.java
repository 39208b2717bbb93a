package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.model.Finding;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.DoctorAnswer;
import dev.switchback.cli.terminal.Environment;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Model.CommandSpec;

/** {@code doctor}: what could stand in the way of a run. */
final class DoctorCommand implements Command {

    private final Workspace workspace;
    private final Environment environment;

    @Inject
    DoctorCommand(Workspace workspace, Environment environment) {
        this.workspace = workspace;
        this.environment = environment;
    }

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public Group group() {
        return Group.LOOK;
    }

    @Override
    public CommandSpec spec() {
        return Specs.command(
                "Looks for what could go wrong.",
                "Java, settings and where they come from, secrets that others can read, files, driver, connection,"
                        + " permissions, poolers, read-only servers, clocks, invalid indexes, history and lock."
                        + " Exits with 4 if migrations could not run as things are.",
                "switchback doctor",
                "switchback doctor --json");
    }

    @Override
    public Answer run(Arguments arguments) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("java", environment.java()));
        findings.addAll(new SecretFiles(workspace.folder(arguments)).findings());
        try {
            findings.addAll(SettingsFound.in(workspace.settings(arguments)));
            try (MigrationManager manager = workspace.open(arguments)) {
                findings.addAll(manager.doctor());
            }
        } catch (SwitchbackException e) {
            findings.add(Finding.problem(
                    "settings",
                    Objects.requireNonNullElse(e.getMessage(), e.code().name()),
                    e.nextStep()));
        }
        return new DoctorAnswer(findings);
    }
}
