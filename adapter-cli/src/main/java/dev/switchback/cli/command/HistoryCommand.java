package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.MigrationState;
import dev.switchback.api.model.StatusReport;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.HistoryAnswer;
import dev.switchback.cli.answer.HistoryLine;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** {@code history}: what is applied and what will be, newest first. */
final class HistoryCommand implements Command {

    private static final String COUNT = "-n";
    private static final String OLDEST_FIRST = "--oldest-first";
    private static final String RANGE = "--range";
    private static final String INDICATE = "--indicate-current";
    private static final String APPLIED = "--applied";

    private final Workspace workspace;

    @Inject
    HistoryCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public String name() {
        return "history";
    }

    @Override
    public Group group() {
        return Group.LOOK;
    }

    @Override
    public CommandSpec spec() {
        return Specs.command(
                        "Lists what is applied and pending.",
                        "The newest comes first. What was reverted is pending again.",
                        "switchback history -n 5",
                        "switchback history -r 20261101120000:")
                .addOption(GlobalOptions.value("N", "Only the first N lines.", COUNT)
                        .build())
                .addOption(GlobalOptions.value(
                                "FROM:TO",
                                "Only versions in that range; either may be left out. Each is a version, @tag, head, -N, …",
                                "-r",
                                RANGE)
                        .build())
                .addOption(GlobalOptions.flag("Only what is applied.", APPLIED).build())
                .addOption(GlobalOptions.flag("Mark the version in effect.", "-i", INDICATE)
                        .build())
                .addOption(GlobalOptions.flag("In the order of application.", OLDEST_FIRST)
                        .build());
    }

    @Override
    public Answer run(Arguments arguments) {
        Optional<VersionRange> range = arguments.option(RANGE).map(VersionRange::parse);
        boolean oldestFirst = arguments.flag(OLDEST_FIRST);
        int count = arguments.option(COUNT).map(HistoryCommand::count).orElse(Integer.MAX_VALUE);
        try (MigrationManager manager = workspace.open(arguments)) {
            // one look at the database for all of it
            StatusReport status = manager.status();
            List<HistoryLine> lines = applied(status);
            int total = lines.size();
            if (!arguments.flag(APPLIED)) {
                lines.addAll(pending(status));
            }
            if (!oldestFirst) {
                Collections.reverse(lines);
            }
            range.map(wanted -> wanted.in(manager))
                    .ifPresent(wanted -> lines.removeIf(line -> !wanted.has(line.version())));
            return new HistoryAnswer(
                    lines.subList(0, Math.min(count, lines.size())),
                    total,
                    arguments.flag(INDICATE) ? status.current() : Optional.empty());
        }
    }

    /** What is applied, in the order in which that was done. */
    private static List<HistoryLine> applied(StatusReport status) {
        return status.migrations().stream()
                .flatMap(migration -> migration.applied().stream())
                .sorted(Comparator.comparingInt(AppliedMigration::order))
                .map(HistoryLine.Applied::new)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** What is not applied and could be, in the order of the files. */
    private static List<HistoryLine> pending(StatusReport status) {
        return status.migrations().stream()
                .filter(file -> file.state().pending() || file.state() == MigrationState.OUT_OF_ORDER)
                .<HistoryLine>map(HistoryLine.Pending::new)
                .toList();
    }

    private static int count(String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw CommandRejectedException.usage("-n takes a number from 1", "see: switchback help history");
        }
        return Integer.parseInt(text);
    }
}
