package dev.switchback.core.usecase.schema;

import dev.switchback.api.schema.SchemaChange;
import dev.switchback.api.schema.SchemaChange.Action;
import dev.switchback.api.schema.SchemaStatement;
import dev.switchback.core.domain.schema.Change;
import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Routine;
import dev.switchback.core.domain.schema.SchemaDifference;
import dev.switchback.core.domain.schema.SchemaObject;
import dev.switchback.core.domain.schema.TableEdit;
import dev.switchback.core.domain.schema.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Says in words what differs. */
final class SchemaWords {

    private SchemaWords() {}

    static List<SchemaChange> of(SchemaDifference difference) {
        List<SchemaChange> words = new ArrayList<>();
        for (Change change : difference.changes()) {
            if (change instanceof Change.Created created) {
                words.add(whole(Action.ADDED, created.object()));
            } else if (change instanceof Change.Dropped dropped) {
                words.add(whole(Action.REMOVED, dropped.object()));
            } else if (change instanceof Change.Replaced replaced) {
                words.add(whole(Action.CHANGED, replaced.after()));
            } else if (change instanceof Change.TableChanged table) {
                table.edits().forEach(edit -> words.add(edit(table.after().name(), edit)));
            }
        }
        return words;
    }

    static List<SchemaStatement> statements(List<DdlStatement> statements) {
        return statements.stream()
                .map(s -> new SchemaStatement(s.sql(), risk(s.risk()), s.note()))
                .toList();
    }

    private static SchemaStatement.Risk risk(DdlStatement.Risk risk) {
        return switch (risk) {
            case NONE -> SchemaStatement.Risk.NONE;
            case REJECTS_ROWS -> SchemaStatement.Risk.REJECTS_ROWS;
            case DROPS_DATA, LOSES_DATA -> SchemaStatement.Risk.LOSES_DATA;
        };
    }

    private static SchemaChange whole(Action action, SchemaObject object) {
        return new SchemaChange(action, object.kind().words(), name(object), List.of());
    }

    private static String name(SchemaObject object) {
        if (object instanceof Trigger trigger) {
            return trigger.table() + "." + trigger.name().name();
        }
        return object instanceof Routine routine
                ? routine.name() + routine.arguments()
                : object.name().toString();
    }

    private static SchemaChange edit(ObjectName table, TableEdit edit) {
        if (edit instanceof TableEdit.ColumnAdded added) {
            return column(Action.ADDED, table, added.column(), List.of(type(added.column())));
        }
        if (edit instanceof TableEdit.ColumnDropped dropped) {
            return column(Action.REMOVED, table, dropped.column(), List.of());
        }
        if (edit instanceof TableEdit.ColumnChanged changed) {
            return column(Action.CHANGED, table, changed.after(), details(changed.before(), changed.after()));
        }
        if (edit instanceof TableEdit.ConstraintAdded added) {
            return constraint(Action.ADDED, table, added.constraint());
        }
        if (edit instanceof TableEdit.ConstraintDropped dropped) {
            return constraint(Action.REMOVED, table, dropped.constraint());
        }
        if (edit instanceof TableEdit.IndexAdded added) {
            return index(
                    Action.ADDED, table, added.index().name(), added.index().definition());
        }
        if (edit instanceof TableEdit.IndexDropped dropped) {
            return index(
                    Action.REMOVED,
                    table,
                    dropped.index().name(),
                    dropped.index().definition());
        }
        if (edit instanceof TableEdit.CommentChanged comment) {
            return new SchemaChange(
                    Action.CHANGED,
                    "table",
                    table.toString(),
                    List.of(step("comment", comment.before(), comment.after())));
        }
        TableEdit.OptionsChanged options = (TableEdit.OptionsChanged) edit;
        return new SchemaChange(
                Action.CHANGED, "table", table.toString(), List.of(step("options", options.before(), options.after())));
    }

    private static SchemaChange column(Action action, ObjectName table, Column column, List<String> details) {
        return new SchemaChange(action, "column", table + "." + column.name(), details);
    }

    private static SchemaChange index(Action action, ObjectName table, String name, String definition) {
        return new SchemaChange(action, "index", table + "." + name, List.of(definition));
    }

    private static SchemaChange constraint(Action action, ObjectName table, Constraint constraint) {
        return new SchemaChange(
                action,
                constraint.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                table + constraint.name().map(name -> "." + name).orElse(""),
                List.of(constraint.definition()));
    }

    private static String type(Column column) {
        return column.type() + (column.nullable() ? "" : " not null");
    }

    private static List<String> details(Column before, Column after) {
        List<String> details = new ArrayList<>();
        compare(details, "type", Optional.of(before.type()), Optional.of(after.type()));
        if (before.nullable() != after.nullable()) {
            details.add(after.nullable() ? "may be null" : "not null");
        }
        compare(details, "default", before.defaultExpression(), after.defaultExpression());
        compare(details, "identity", before.identity(), after.identity());
        compare(details, "generated", before.generated(), after.generated());
        compare(details, "collation", before.collation(), after.collation());
        compare(details, "attributes", before.attributes(), after.attributes());
        compare(details, "comment", before.comment(), after.comment());
        return details;
    }

    private static void compare(List<String> details, String what, Optional<String> before, Optional<String> after) {
        if (!Objects.equals(before, after)) {
            details.add(step(what, before.orElse(""), after.orElse("")));
        }
    }

    private static String step(String what, String before, String after) {
        return what + " " + (before.isEmpty() ? "none" : before) + " -> " + (after.isEmpty() ? "none" : after);
    }
}
