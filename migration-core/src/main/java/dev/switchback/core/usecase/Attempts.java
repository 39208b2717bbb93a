package dev.switchback.core.usecase;

import dev.switchback.api.model.Direction;
import dev.switchback.api.model.Migration;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.core.domain.Attempt;
import dev.switchback.core.domain.DoneStatements;
import dev.switchback.core.domain.JournalEntry;
import dev.switchback.core.domain.MigrationIdentity;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.Offer;
import dev.switchback.core.domain.SqlScript;
import dev.switchback.core.port.Redaction;
import dev.switchback.core.sql.SqlDialect;
import dev.switchback.core.sql.SqlSplitter;
import dev.switchback.core.sql.SqlStatement;
import dev.switchback.core.sql.SqlSyntaxProblem;
import java.util.Iterator;
import java.util.Optional;

/** Lays entries of the journal beside the files that they are about. */
final class Attempts {

    private final SqlDialect dialect;
    private final Redaction redaction;

    Attempts(SqlDialect dialect, Redaction redaction) {
        this.dialect = dialect;
        this.redaction = redaction;
    }

    /** How many statements a script has; 0 if it cannot be taken apart. */
    int count(SqlScript script) {
        int count = 0;
        try {
            for (Iterator<SqlStatement> all = statements(script); all.hasNext(); all.next()) {
                count++;
            }
        } catch (SqlSyntaxProblem e) {
            return 0;
        }
        return count;
    }

    private Iterator<SqlStatement> statements(SqlScript script) {
        return SqlSplitter.of(dialect).statements(script.sql(), script.file());
    }

    Attempt of(JournalEntry entry, Offer offer) {
        return offer.migrations().stream()
                .filter(m -> MigrationIdentity.of(m.migration()).equals(entry.identity()))
                .findFirst()
                .map(script -> of(entry, script))
                .orElseGet(() -> of(entry, name(entry.version(), entry.script()), Optional.empty(), entry.script()));
    }

    Attempt of(JournalEntry entry, MigrationScript script) {
        Migration migration = script.migration();
        Optional<SqlScript> body = entry.direction() == Direction.UP ? Optional.of(script.up()) : script.down();
        return of(entry, name(migration.version(), migration.script()), body, migration.script());
    }

    private static String name(Optional<MigrationVersion> version, String script) {
        return version.map(MigrationVersion::text).orElse(script);
    }

    private Attempt of(JournalEntry entry, String name, Optional<SqlScript> body, String script) {
        String file = body.map(SqlScript::file)
                .orElse((entry.direction() == Direction.UP ? "" : "the down script of ") + script);
        Optional<Attempt.Doubt> doubt = entry.begun() ? Optional.of(doubt(entry, body)) : Optional.empty();
        return new Attempt(
                name,
                file,
                entry.direction(),
                entry.done(),
                body.map(this::count).orElse(0),
                doubt,
                entry.runner(),
                body.isPresent());
    }

    /** The file may have been edited since, and then the statement at that place is not the one that was begun. */
    private Attempt.Doubt doubt(JournalEntry entry, Optional<SqlScript> body) {
        int index = entry.done() + 1;
        return body.flatMap(script -> statement(script, index))
                .filter(now -> entry.mark(index)
                        .filter(DoneStatements.mark(now)::equals)
                        .isPresent())
                .map(now -> new Attempt.Doubt(index, now.line(), redaction.clean(now.sql())))
                .orElse(new Attempt.Doubt(index, 0, ""));
    }

    private Optional<SqlStatement> statement(SqlScript script, int index) {
        try {
            Iterator<SqlStatement> all = statements(script);
            while (all.hasNext()) {
                SqlStatement statement = all.next();
                if (statement.index() == index) {
                    return Optional.of(statement);
                }
            }
        } catch (SqlSyntaxProblem e) {
            // told where the files are judged
        }
        return Optional.empty();
    }
}
