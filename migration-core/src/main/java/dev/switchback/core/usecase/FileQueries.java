package dev.switchback.core.usecase;

import dev.switchback.api.model.FilesReport;
import dev.switchback.api.model.MigrationDetails;
import dev.switchback.api.model.MigrationStatus;
import dev.switchback.api.model.Problem;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.Offer;
import dev.switchback.core.domain.Reconciliation;
import dev.switchback.core.domain.ScriptFacts;
import dev.switchback.core.domain.SqlScript;
import dev.switchback.core.port.Redaction;
import dev.switchback.core.sql.SqlSyntaxProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the files tell: all of them without a database, one of them beside its row. */
final class FileQueries {

    private final Workspace workspace;
    private final Redaction redaction;

    FileQueries(Workspace workspace, Redaction redaction) {
        this.workspace = workspace;
        this.redaction = redaction;
    }

    FilesReport files() {
        Offer offer = workspace.offer();
        List<Problem> problems = new ArrayList<>(offer.problems());
        List<String> warnings = new ArrayList<>(offer.warnings());
        Set<String> told = problems.stream().map(Problem::script).collect(Collectors.toSet());
        ScriptInspector inspector = workspace.inspector();
        for (MigrationScript migration : offer.migrations()) {
            Stream.concat(Stream.of(migration.up()), migration.down().stream())
                    .filter(script -> !told.contains(script.file()))
                    .map(inspector::inspect)
                    .forEach(facts -> add(facts, problems, warnings));
        }
        return new FilesReport(
                offer.migrations().stream().map(MigrationScript::migration).toList(), problems, warnings);
    }

    private static void add(ScriptFacts facts, List<Problem> problems, List<String> warnings) {
        problems.addAll(facts.problems());
        warnings.addAll(facts.warnings());
    }

    MigrationDetails show(String text) {
        MigrationName name = new MigrationName(text);
        Offer offer = workspace.offer();
        Reconciliation state = workspace.look(offer);
        MigrationStatus status = state.statuses().stream()
                .filter(each -> name.in(each))
                .findFirst()
                .orElseThrow(name::unknown);
        Optional<MigrationScript> script = status.migration()
                .flatMap(migration -> offer.migrations().stream()
                        .filter(each -> each.migration().equals(migration))
                        .findFirst());
        List<Problem> problems = Stream.concat(offer.problems().stream(), state.problems().stream())
                .filter(problem -> about(problem, status))
                .collect(Collectors.toCollection(ArrayList::new));
        Optional<SqlScript> up = script.map(MigrationScript::up);
        Optional<SqlScript> down = script.flatMap(MigrationScript::down);
        return new MigrationDetails(
                status,
                up.map(FileQueries::text),
                down.filter(d -> !d.isGenerated()).map(FileQueries::text),
                generated(up, problems),
                generated(down, problems),
                script.flatMap(MigrationScript::irreversible),
                problems);
    }

    /** A file with problems has none to show. */
    private Optional<String> generated(Optional<SqlScript> script, List<Problem> problems) {
        if (script.isEmpty() || !script.get().isGenerated() || !problems.isEmpty()) {
            return Optional.empty();
        }
        try {
            // without the empty lines that keep each statement in the line of its change
            String sql = script.get().sql().string().strip().replaceAll(";\n+", ";\n");
            return Optional.of(redaction.clean(sql));
        } catch (SqlSyntaxProblem e) {
            problems.add(ScriptInspector.problem(e));
            return Optional.empty();
        }
    }

    /** As it stands in the file: the values of placeholders may be secrets. */
    private static String text(SqlScript script) {
        return script.text().string();
    }

    private static boolean about(Problem problem, MigrationStatus status) {
        return problem.script().equals(status.script())
                || (problem.version().isPresent() && problem.version().equals(status.version()));
    }
}
