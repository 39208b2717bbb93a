package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.ddl.PostgresqlScript.Phase;
import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import dev.switchback.core.domain.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The change of a column that stays, or comes back computed anew. */
final class PostgresqlColumnChange {

    private final PostgresqlScript script;
    private final PostgresqlRebuild rebuild;
    private final String table;
    private final PostgresqlColumn old;
    private final PostgresqlColumn now;
    private final Column before;
    private final Column after;

    private final List<String> clauses = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    /** What a reader should know about a clause, and what it can do to rows. */
    record Note(Risk risk, String text) {
        static Note ofLackingValue(String table, String column) {
            return new Note(Risk.REJECTS_ROWS, "fails if " + table + " has rows: " + column + " has no value for them");
        }
    }

    PostgresqlColumnChange(
            PostgresqlScript script, PostgresqlRebuild rebuild, ObjectName table, Column before, Column after) {
        this.script = script;
        this.rebuild = rebuild;
        this.table = PostgresqlNames.of(table);
        this.old = new PostgresqlColumn(table, before);
        this.now = new PostgresqlColumn(table, after);
        this.before = before;
        this.after = after;
    }

    /** Writes the statements around the ALTER TABLE into the script, and gathers its clauses. */
    void write() {
        if (rebuild.isComputedAnew(now.table(), after.name())) {
            computeAnew();
        } else {
            detach();
            type();
            fallback();
            nullability();
            clauses.addAll(now.storage(Optional.of(old)));
        }
    }

    /** As {@link #write}, of a column of a partition: what it can have for itself. */
    void writeOwn() {
        fallback();
        nullability();
        clauses.addAll(now.storage(Optional.of(old)));
    }

    /** Of the ALTER TABLE. */
    List<String> clauses() {
        return clauses;
    }

    List<Note> notes() {
        return notes;
    }

    private void computeAnew() {
        String drop = "ALTER TABLE " + table + " DROP COLUMN " + old.name();
        if (before.generated().isPresent()) {
            script.add(Phase.DETACH_EXPRESSIONS, drop);
        } else {
            script.addLosing(
                    Phase.DETACH_COLUMNS,
                    drop,
                    "the values of " + table + "." + old.name() + " are lost: they are computed now");
        }
        clauses.add("ADD COLUMN " + now.definition(false));
        note(Risk.NONE, "what was granted on " + table + "." + now.name() + " itself has to be granted again");
        if (rebuild.lacksValue(after)) {
            notes.add(Note.ofLackingValue(table, now.name()));
        }
        clauses.addAll(now.storage(Optional.empty()));
    }

    /** Whether another counter takes the place of the one that is there. */
    private boolean isCounterReplaced() {
        Optional<PostgresqlCounter> then = old.counter();
        Optional<PostgresqlCounter> next = now.counter();
        return then.isPresent()
                && (next.isEmpty() || then.get().isSerial() != next.get().isSerial());
    }

    private void detach() {
        if (isCounterReplaced()) {
            boolean replaced = now.counter().isPresent();
            old.counter()
                    .ifPresent(
                            c -> c.detach(table, before, replaced).forEach(s -> script.add(Phase.DETACH_COLUMNS, s)));
        }
        boolean computed = before.generated().isPresent() && after.generated().isEmpty();
        if (computed) {
            script.add(
                    Phase.DETACH_EXPRESSIONS,
                    "ALTER TABLE " + table + " ALTER COLUMN " + old.name() + " DROP EXPRESSION");
        }
        if (isFallbackInTheWay()
                && before.defaultExpression().filter(rebuild::mentionsLost).isPresent()) {
            script.add(Phase.DETACH_COLUMNS, "ALTER TABLE " + table + " ALTER COLUMN " + old.name() + " DROP DEFAULT");
        }
    }

    private boolean isFallbackInTheWay() {
        return before.defaultExpression().isPresent()
                && ((rebuild.isRetyped(before, after)
                                && !(PostgresqlTypeNames.base(before.type())
                                                .equals(PostgresqlTypeNames.base(after.type()))
                                        && before.defaultExpression().equals(after.defaultExpression())
                                        && before.type().contains("(")))
                        || before.defaultExpression()
                                .filter(rebuild::mentionsLost)
                                .isPresent());
    }

    private void type() {
        if (!rebuild.isRetyped(before, after)) {
            return;
        }
        if (isFallbackInTheWay()
                && before.defaultExpression().filter(rebuild::mentionsLost).isEmpty()) {
            clauses.add("ALTER COLUMN " + now.name() + " DROP DEFAULT");
        }
        boolean user = before.type().equals(after.type()) || isOwn(before.type()) || isOwn(after.type());
        boolean collationOnly =
                before.type().equals(after.type()) && !before.collation().equals(after.collation());
        Optional<String> conversion = collationOnly
                ? Optional.empty()
                : PostgresqlTypeNames.conversion(now.name(), before.type(), after.type(), user);
        clauses.add("ALTER COLUMN " + now.name() + " TYPE " + PostgresqlTypeNames.brief(after.type())
                + after.collation().map(c -> " COLLATE " + c).orElse("")
                + conversion.map(c -> " USING " + c).orElse(""));
        noteType(user && !collationOnly ? Risk.REJECTS_ROWS : PostgresqlTypeRisk.of(before.type(), after.type()));
    }

    private void noteType(Risk mine) {
        String values = "values of " + table + "." + now.name();
        if (mine == Risk.LOSES_DATA) {
            note(mine, values + " are rounded or cut: " + before.type() + " becomes " + after.type());
        } else if (mine == Risk.REJECTS_ROWS) {
            note(mine, "fails if a value of " + table + "." + now.name() + " does not fit into " + after.type());
        } else if (PostgresqlTypeNames.getsTimeZone(before.type(), after.type())) {
            note(mine, values + " are taken for times in the time zone of the session");
        }
    }

    /** Not one of PostgreSQL's: those are written in lower case with blanks, or are known words. */
    private boolean isOwn(String type) {
        return rebuild.isUserType(type);
    }

    private void fallback() {
        boolean dropped = isFallbackInTheWay();
        boolean same = before.defaultExpression().equals(after.defaultExpression());
        if (after.defaultExpression().isPresent()) {
            if (dropped || !same) {
                clauses.add("ALTER COLUMN " + now.name() + " SET DEFAULT "
                        + PostgresqlTypeNames.fallback(after).orElse(""));
            }
        } else if (before.defaultExpression().isPresent() && !dropped) {
            clauses.add("ALTER COLUMN " + now.name() + " DROP DEFAULT");
        }
    }

    private void nullability() {
        if (before.nullable() != after.nullable()) {
            if (after.nullable()) {
                clauses.add("ALTER COLUMN " + now.name() + " DROP NOT NULL");
            } else {
                clauses.add(now.notNullName()
                        .map(n -> "ADD CONSTRAINT " + PostgresqlNames.of(n) + " NOT NULL " + now.name())
                        .orElse("ALTER COLUMN " + now.name() + " SET NOT NULL"));
                note(Risk.REJECTS_ROWS, "fails if " + table + "." + now.name() + " is null in a row");
            }
        } else if (!after.nullable() && !old.notNull().equals(now.notNull())) {
            script.add(
                    Phase.RENAMES,
                    "ALTER TABLE " + table + " RENAME CONSTRAINT " + PostgresqlNames.of(old.notNull()) + " TO "
                            + PostgresqlNames.of(now.notNull()));
        }
    }

    private void note(Risk risk, String text) {
        notes.add(new Note(risk, text));
    }

    /** What comes after the ALTER TABLE. */
    List<DdlStatement> afterwards() {
        List<DdlStatement> statements = new ArrayList<>();
        if (!rebuild.isComputedAnew(now.table(), after.name())) {
            now.counter().ifPresent(counter -> {
                Optional<PostgresqlCounter> then = old.counter();
                if (then.isEmpty() || isCounterReplaced()) {
                    statements.addAll(counter.attach(table, after, then));
                } else {
                    if (!then.get().how().equals(counter.how())) {
                        statements.add(DdlStatement.of("ALTER TABLE " + table + " ALTER COLUMN " + now.name() + " SET "
                                + counter.how().replace(" AS IDENTITY", "")));
                    }
                    statements.addAll(counter.change(then.get(), before, after));
                }
            });
        }
        if (!before.defaultExpression().equals(after.defaultExpression())) {
            rebuild.nextValue(after).ifPresent(next -> statements.add(next.goOn(table)));
        }
        boolean lost = rebuild.isComputedAnew(now.table(), after.name());
        now.comment(lost ? Optional.empty() : before.comment())
                .map(DdlStatement::of)
                .ifPresent(statements::add);
        return statements;
    }
}
