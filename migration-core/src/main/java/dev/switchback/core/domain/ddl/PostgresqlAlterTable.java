package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.ddl.PostgresqlColumnChange.Note;
import dev.switchback.core.domain.ddl.PostgresqlScript.Phase;
import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import dev.switchback.core.domain.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Changes the columns and options of a table of PostgreSQL: one ALTER TABLE for all that is no loss. */
final class PostgresqlAlterTable {

    private final PostgresqlScript script;
    private final PostgresqlRebuild rebuild;
    private final Table before;
    private final Table after;
    private final String name;

    private final List<String> clauses = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<DdlStatement> afterwards = new ArrayList<>();

    PostgresqlAlterTable(PostgresqlScript script, PostgresqlRebuild rebuild, Table before, Table after) {
        this.script = script;
        this.rebuild = rebuild;
        this.before = before;
        this.after = after;
        this.name = PostgresqlNames.of(after.name());
    }

    void write() {
        if (!PostgresqlPartition.isPartition(after)) {
            // a partition has the columns of its table, and what they have for themselves is said later
            after.columns().forEach(this::column);
            before.columns().stream()
                    .filter(c -> after.column(c.name()).isEmpty())
                    .forEach(this::drop);
        }
        if (!clauses.isEmpty()) {
            String separator = clauses.size() == 1 ? " " : "\n    ";
            script.add(
                    Phase.ALTER_TABLES,
                    new DdlStatement(
                            "ALTER TABLE " + name + separator + String.join("," + separator, clauses), risk(), note()));
        }
        afterwards.forEach(s -> script.add(Phase.ALTER_TABLES, s));
        PostgresqlTableOptions.of(before.options())
                .changesTo(PostgresqlTableOptions.of(after.options()), name)
                .forEach(sql -> script.add(Phase.ALTER_TABLES, sql));
        if (!before.comment().equals(after.comment())) {
            script.add(
                    Phase.ALTER_TABLES,
                    "COMMENT ON TABLE " + name + " IS "
                            + after.comment().map(PostgresqlNames::text).orElse("NULL"));
        }
    }

    private void column(Column now) {
        Optional<Column> old = before.column(now.name());
        if (old.isEmpty()) {
            add(now);
            return;
        }
        if (old.get().equals(now)
                && !rebuild.isTouched(after.name(), now.name())
                && old.get().defaultExpression().filter(rebuild::mentionsLost).isEmpty()) {
            return;
        }
        PostgresqlColumnChange change = new PostgresqlColumnChange(script, rebuild, after.name(), old.get(), now);
        change.write();
        clauses.addAll(change.clauses());
        notes.addAll(change.notes());
        afterwards.addAll(change.afterwards());
    }

    private void add(Column now) {
        PostgresqlColumn column = new PostgresqlColumn(after.name(), now);
        column.counter().filter(c -> column.needsSequence()).ifPresent(c -> {
            script.add(Phase.TYPES_AND_ROUTINES, c.create(now));
            afterwards.add(DdlStatement.of(c.ownedBy(name, now)));
        });
        clauses.add("ADD COLUMN " + column.definition(false));
        column.comment(Optional.empty()).map(DdlStatement::of).ifPresent(afterwards::add);
        column.storage(Optional.empty())
                .forEach(clause -> afterwards.add(DdlStatement.of("ALTER TABLE " + name + " " + clause)));
        if (rebuild.lacksValue(now)) {
            notes.add(Note.ofLackingValue(name, column.name()));
        }
    }

    private void drop(Column column) {
        String sql = "ALTER TABLE " + name + " DROP COLUMN " + PostgresqlNames.of(column.name());
        if (column.generated().isPresent()) {
            // it may be computed from one that changes
            script.add(Phase.DETACH_EXPRESSIONS, sql);
        } else {
            if (column.defaultExpression().filter(rebuild::callsLost).isPresent()) {
                // the function may not wait for the column
                script.add(
                        Phase.DETACH_COLUMNS,
                        "ALTER TABLE " + name + " ALTER COLUMN " + PostgresqlNames.of(column.name()) + " DROP DEFAULT");
            }
            script.addDropping(
                    Phase.DROP_COLUMNS, sql, "the values of " + name + "." + PostgresqlNames.of(column.name()));
        }
    }

    private Risk risk() {
        return notes.stream().map(Note::risk).max(Comparator.naturalOrder()).orElse(Risk.NONE);
    }

    /** What is lost comes first: it is the reason why the statement is refused. */
    private Optional<String> note() {
        return notes.isEmpty()
                ? Optional.empty()
                : Optional.of(notes.stream()
                        .sorted(Comparator.comparing(Note::risk).reversed())
                        .map(Note::text)
                        .collect(Collectors.joining("\n")));
    }
}
