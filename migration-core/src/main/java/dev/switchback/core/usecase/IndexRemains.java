package dev.switchback.core.usecase;

import dev.switchback.api.error.HistoryMismatchException;
import dev.switchback.api.model.Problem;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.domain.SqlScript;
import dev.switchback.core.sql.SqlDialect;
import dev.switchback.core.sql.SqlSplitter;
import dev.switchback.core.sql.SqlStatement;
import dev.switchback.core.sql.StatementClassifier;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Invalid indexes that an earlier attempt of a script left behind. Building again would fail because the name is taken,
 * or with {@code IF NOT EXISTS} succeed and leave the useless index in place.
 */
final class IndexRemains {

    /** What PostgreSQL appends to the name while it rebuilds an index. */
    private static final Pattern SUFFIX = Pattern.compile("_cc(new|old)[0-9]*$");

    private final SqlSplitter splitter;
    private final StatementClassifier classifier;

    IndexRemains(SqlDialect dialect) {
        this.splitter = SqlSplitter.of(dialect);
        this.classifier = StatementClassifier.of(dialect);
    }

    /**
     * Refuses to run a script that builds an index of which an invalid one is there.
     *
     * @param step what is to run
     * @param invalid the names of the invalid indexes
     */
    void refuse(MigrationStep step, List<String> invalid) {
        List<Problem> problems = of(step.body(), invalid).stream()
                .map(index -> new Problem(
                        Problem.Kind.INVALID_INDEX,
                        step.script().script(),
                        step.script().migration().version(),
                        step.body().file() + " builds the index " + index
                                + ", which is there but invalid: a run that failed or was killed left it behind",
                        advice(index)))
                .toList();
        if (!problems.isEmpty()) {
            throw new HistoryMismatchException(problems);
        }
    }

    static String advice(String index) {
        return "remove it: DROP INDEX CONCURRENTLY " + index + ";, then run the same command again";
    }

    static String removal(String index) {
        return "the index " + index + " is there but invalid, remove it: DROP INDEX CONCURRENTLY " + index + ";";
    }

    /** Those that a script builds. */
    List<String> of(SqlScript script, List<String> invalid) {
        if (invalid.isEmpty()) {
            return List.of();
        }
        List<String> builders = splitter.split(script.sql(), script.file()).stream()
                .filter(this::builds)
                .map(SqlStatement::sql)
                .toList();
        return invalid.stream()
                .filter(index -> builders.stream().anyMatch(sql -> names(sql, index)))
                .toList();
    }

    private boolean builds(SqlStatement statement) {
        return classifier
                .classify(statement)
                .outsideTransaction()
                .filter(words -> words.startsWith("CREATE INDEX") || words.startsWith("REINDEX"))
                .isPresent();
    }

    private static boolean names(String sql, String index) {
        String name = index.substring(index.lastIndexOf('.') + 1).replace("\"", "");
        String bare = SUFFIX.matcher(name).replaceFirst("");
        // a name without quotes may be written in capitals
        return Pattern.compile("(?i)(?<![A-Za-z0-9_$])" + Pattern.quote(bare) + "(?![A-Za-z0-9_$])")
                .matcher(sql)
                .find();
    }
}
