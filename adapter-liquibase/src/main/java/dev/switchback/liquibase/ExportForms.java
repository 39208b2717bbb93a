package dev.switchback.liquibase;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.domain.SqlScript;
import dev.switchback.core.sql.SqlSplitter;
import dev.switchback.core.sql.SqlStatement;
import dev.switchback.core.sql.SqlSyntaxProblem;
import dev.switchback.core.sql.StatementClassifier;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Chooses the form of each script. */
final class ExportForms {

    private static final Pattern BEGIN_ATOMIC = Pattern.compile("(?i)\\bATOMIC\\b");

    private final DatabaseKind kind;
    private final Map<String, String> placeholders;
    private final Path base;
    private final List<Path> folders;
    private final SqlSplitter splitter;
    private final StatementClassifier classifier;

    /**
     * For one changelog.
     *
     * @param kind the database
     * @param placeholders the placeholders and their values
     * @param base where the changelog is; absolute
     * @param folders where the files are; absolute
     */
    ExportForms(DatabaseKind kind, Map<String, String> placeholders, Path base, List<Path> folders) {
        this.kind = kind;
        this.base = base;
        this.folders = folders;
        this.placeholders = placeholders;
        this.splitter = SqlSplitter.of(Dialect.of(kind).sql());
        this.classifier = StatementClassifier.of(Dialect.of(kind).sql());
    }

    /** The path from the changelog to a script, with slashes; empty if the script is in no folder. */
    Optional<String> path(SqlScript script) {
        return folders.stream()
                .map(folder -> folder.resolve(script.file()))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(file -> base.relativize(file).toString().replace(File.separatorChar, '/'));
    }

    /** The form of a script. */
    ExportForm of(SqlScript script) {
        if (obstacle(script).isPresent()) {
            return ExportForm.STOPPED;
        }
        List<SqlStatement> ours = new ArrayList<>();
        List<String> dropped = new ArrayList<>();
        splitter.statements(script.sql(), script.file(), (command, line) -> dropped.add(command))
                .forEachRemaining(ours::add);
        if (script.isGenerated()
                || ours.isEmpty()
                || !dropped.isEmpty()
                || path(script).isEmpty()
                || !replacedAlike(script)
                || ExportedSql.needsEscapes(kind, script.sql().string())) {
            return ExportForm.STATEMENTS;
        }
        if (agree(LiquibaseSplitter.split(script.sql().string()), ours)) {
            return ExportForm.SPLIT_FILE;
        }
        return sentWhole(script, ours) ? ExportForm.WHOLE_FILE : ExportForm.STATEMENTS;
    }

    /** What plain Liquibase cannot run, and what to do instead; empty if it can run the script. */
    Optional<String> obstacle(SqlScript script) {
        Iterator<SqlStatement> statements = splitter.statements(script.sql(), script.file());
        while (statements.hasNext()) {
            SqlStatement statement = statements.next();
            if (statement.copyData().isPresent()) {
                return Optional.of(script.file() + ":" + statement.line()
                        + ": plain Liquibase cannot send the rows after COPY … FROM stdin;"
                        + " where the file is not applied yet, run it with psql");
            }
        }
        return Optional.empty();
    }

    /** Whether the script runs in a transaction. */
    boolean transactional(SqlScript script) {
        return script.transaction() == SqlScript.Transaction.AUTO
                && splitter.split(script.sql(), script.file()).stream()
                        .noneMatch(s -> classifier.classify(s).isOutsideTransaction());
    }

    /** Whether Liquibase's properties give the text that our placeholders gave. */
    private boolean replacedAlike(SqlScript script) {
        String text = script.text().string();
        for (Map.Entry<String, String> placeholder : placeholders.entrySet()) {
            String value = placeholder.getValue();
            // an XML parser makes blanks of line ends in an attribute
            if (value.chars().noneMatch(c -> c < ' ')) {
                text = text.replace("${" + placeholder.getKey() + "}", value);
            }
        }
        return text.equals(script.sql().string());
    }

    /** Whether both mean the same statements; Liquibase keeps the comments around them. */
    private boolean agree(List<String> theirs, List<SqlStatement> ours) {
        if (theirs.size() != ours.size()) {
            return false;
        }
        for (int i = 0; i < theirs.size(); i++) {
            if (!isExactly(theirs.get(i), ours.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isExactly(String piece, SqlStatement wanted) {
        try {
            List<SqlStatement> statements = splitter.split(piece, "");
            return statements.size() == 1 && statements.get(0).sql().equals(wanted.sql());
        } catch (SqlSyntaxProblem e) {
            // cut inside a quote or a body
            return false;
        }
    }

    private boolean sentWhole(SqlScript script, List<SqlStatement> statements) {
        return switch (kind) {
            // its driver loses count of the bodies when there are several statements
            case POSTGRESQL ->
                statements.size() == 1
                        || !BEGIN_ATOMIC.matcher(script.sql().string()).find();
            case H2 -> true;
            case SQLITE -> statements.size() == 1;
            // DELIMITER is for the client only, and a second statement needs allowMultiQueries
            case MARIADB, MYSQL ->
                statements.size() == 1
                        && script.sql()
                                .string()
                                .strip()
                                .equals(statements.get(0).sql());
        };
    }
}
