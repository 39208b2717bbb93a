package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.ddl.PostgresqlColumnChange.Note;
import dev.switchback.core.domain.ddl.PostgresqlScript.Phase;
import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import dev.switchback.core.domain.schema.Dependency;
import dev.switchback.core.domain.schema.SchemaDifference;
import dev.switchback.core.domain.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the columns of a partition of PostgreSQL have for themselves: a default, NOT NULL, a comment. A new partition has the
 * defaults of the whole, and an ALTER TABLE of the whole gives them its own: so this comes after it, and the parts of a part
 * after that one.
 */
final class PostgresqlPartitionColumns {

    private final PostgresqlScript script;
    private final PostgresqlRebuild rebuild;
    private final SchemaDifference difference;

    /** The columns of partitions that have been altered here, and with them those of their own partitions. */
    private final Set<Dependency> altered = new HashSet<>();

    PostgresqlPartitionColumns(PostgresqlScript script, PostgresqlRebuild rebuild, SchemaDifference difference) {
        this.script = script;
        this.rebuild = rebuild;
        this.difference = difference;
    }

    void write() {
        difference.to().tables().values().stream()
                .filter(PostgresqlPartition::isPartition)
                .sorted(Comparator.comparing(this::depth))
                .forEach(this::write);
    }

    private int depth(Table table) {
        return PostgresqlPartition.wholeOf(table, difference.to())
                .map(whole -> depth(whole) + 1)
                .orElse(0);
    }

    private void write(Table part) {
        String name = PostgresqlNames.of(part.name());
        List<String> clauses = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        List<String> comments = new ArrayList<>();
        for (Column now : part.columns()) {
            Origin origin = new Origin(part, now);
            if (origin.isInTheWay()) {
                script.add(
                        Phase.DETACH_COLUMNS,
                        "ALTER TABLE " + name + " ALTER COLUMN " + PostgresqlNames.of(now.name()) + " DROP DEFAULT");
            }
            PostgresqlColumnChange change =
                    new PostgresqlColumnChange(script, rebuild, part.name(), origin.column(), now);
            change.writeOwn();
            if (!change.clauses().isEmpty()) {
                altered.add(new Dependency(part.name(), Optional.of(now.name())));
            }
            clauses.addAll(change.clauses());
            notes.addAll(change.notes());
            new PostgresqlColumn(part.name(), now).comment(origin.comment()).ifPresent(comments::add);
        }
        if (!clauses.isEmpty()) {
            String separator = clauses.size() == 1 ? " " : "\n    ";
            script.add(
                    Phase.ALTER_PARTITIONS,
                    new DdlStatement(
                            "ALTER TABLE " + name + separator + String.join("," + separator, clauses),
                            notes.isEmpty() ? Risk.NONE : Risk.REJECTS_ROWS,
                            notes.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(notes.stream().map(Note::text).collect(Collectors.joining("\n")))));
        }
        comments.forEach(sql -> script.add(Phase.ALTER_PARTITIONS, sql));
    }

    /** What a column of a partition is when everything else has been altered. */
    private final class Origin {
        private final Table part;
        private final Column now;

        /** The partition, if it was there, and its column. */
        private final Optional<Table> before;

        private final Optional<Column> then;

        /** The columns of the whole from which this one is. */
        private final Optional<Column> wholeThen;

        private final Optional<Column> wholeNow;
        private final boolean sameWhole;
        private final boolean alteredHere;

        Origin(Table part, Column now) {
            this.part = part;
            this.now = now;
            this.before = difference.from().table(part.name());
            this.then = before.flatMap(t -> t.column(now.name()));
            Optional<Table> whole = PostgresqlPartition.wholeOf(part, difference.to());
            this.wholeNow = whole.flatMap(w -> w.column(now.name()));
            this.wholeThen =
                    whole.flatMap(w -> difference.from().table(w.name())).flatMap(w -> w.column(now.name()));
            this.sameWhole = before.filter(t -> PostgresqlPartition.isPartOfTheSame(t, part))
                    .isPresent();
            this.alteredHere = whole.filter(w -> altered.contains(new Dependency(w.name(), Optional.of(now.name()))))
                    .isPresent();
        }

        Column column() {
            return new Column(
                    now.name(),
                    now.type(),
                    nullable(),
                    fallback(),
                    now.identity(),
                    now.generated(),
                    now.collation(),
                    then.or(() -> Optional.of(now)).flatMap(Column::attributes),
                    now.comment());
        }

        /** Of what the default can be now, that which would have to be altered. */
        private Optional<String> fallback() {
            Optional<String> inherited = wholeNow.filter(w -> w.identity().isEmpty())
                    .map(Column::defaultExpression)
                    .orElseGet(() -> countsWithTheWhole() ? now.defaultExpression() : Optional.empty());
            if (then.isEmpty()) {
                return inherited;
            }
            Optional<String> own = then.get().defaultExpression();
            if (sameWhole && isOverwritten()) {
                return inherited;
            }
            if (isInTheWay()) {
                return Optional.empty();
            }
            boolean unknown = isRetyped() || isOverwritten();
            return unknown && own.equals(now.defaultExpression()) ? inherited : own;
        }

        /** The default of a partition takes from the sequence of the whole. */
        private boolean countsWithTheWhole() {
            return wholeNow.flatMap(Column::identity).isPresent()
                    && now.defaultExpression()
                            .filter(d -> d.startsWith("nextval("))
                            .isPresent();
        }

        /** Whether an ALTER TABLE of the whole says a default. */
        private boolean isOverwritten() {
            return alteredHere
                    || wholeThen.isPresent() != wholeNow.isPresent()
                    || !wholeThen.flatMap(Column::defaultExpression).equals(wholeNow.flatMap(Column::defaultExpression))
                    || !wholeThen.flatMap(Column::identity).equals(wholeNow.flatMap(Column::identity));
        }

        /** Whether there is a default that has to go before the rest, and does not go with that of the whole. */
        boolean isInTheWay() {
            Optional<String> own = then.flatMap(Column::defaultExpression);
            Optional<String> ofWhole = wholeThen.flatMap(Column::defaultExpression);
            return (own.isPresent() && ofWhole.isEmpty() && isRetyped() && !isOnlyLonger())
                    || (own.filter(rebuild::mentionsLost).isPresent()
                            && ofWhole.filter(rebuild::mentionsLost).isEmpty());
        }

        /** Such as another length of a text, which any default gets along. */
        private boolean isOnlyLonger() {
            return wholeThen
                    .map(Column::type)
                    .filter(type -> !type.equals(now.type()))
                    .map(PostgresqlTypeNames::base)
                    .filter(PostgresqlTypeNames.base(now.type())::equals)
                    .isPresent();
        }

        private boolean isRetyped() {
            return wholeThen
                    .flatMap(old -> wholeNow.filter(w -> rebuild.isRetyped(old, w)))
                    .isPresent();
        }

        private boolean nullable() {
            boolean inherited = wholeNow.map(Column::nullable).orElse(true);
            if (then.isEmpty()) {
                // a key of its own says it by itself
                return inherited && !(PostgresqlCreateTable.isKey(part, now) && before.isEmpty());
            }
            boolean overwritten = sameWhole && !wholeThen.map(Column::nullable).equals(wholeNow.map(Column::nullable));
            return overwritten ? inherited : then.get().nullable() && (sameWhole || inherited);
        }

        /** Goes with the column. */
        Optional<String> comment() {
            if (before.isEmpty()) {
                return now.comment();
            }
            return then.filter(c -> !rebuild.isComputedAnew(part.name(), now.name()))
                    .flatMap(Column::comment);
        }
    }
}
