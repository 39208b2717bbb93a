package dev.switchback.core.domain.ddl;

import static dev.switchback.core.domain.ddl.H2Definitions.name;

import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import dev.switchback.core.domain.schema.SchemaDifference;
import dev.switchback.core.domain.schema.Sequence;
import dev.switchback.core.domain.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sequences of H2. One that gets another type, turns round or counts down is made again: H2 cannot change the type,
 * and reckons wrong with limits below zero. The defaults that take from it have to be away meanwhile.
 */
final class H2Sequences {

    private static final String BEGINS_ANEW = "it begins anew, where it stood is lost";

    private final SchemaDifference difference;
    private final ObjectChanges changes;

    H2Sequences(SchemaDifference difference, ObjectChanges changes) {
        this.difference = difference;
        this.changes = changes;
    }

    /** Those that come and change. */
    List<DdlStatement> statements() {
        List<DdlStatement> script = new ArrayList<>();
        changes.created(Sequence.class).forEach(sequence -> script.addAll(create(sequence)));
        for (Sequence sequence : changes.replaced(Sequence.class)) {
            if (isRemade(sequence)) {
                takers(sequence).forEach(taker -> script.add(DdlStatement.of(taker.head() + " DROP DEFAULT")));
                script.add(new DdlStatement(
                        "DROP SEQUENCE " + name(sequence.name()), Risk.LOSES_DATA, Optional.of(BEGINS_ANEW)));
                script.addAll(create(sequence));
            } else {
                script.addAll(alter(sequence));
            }
        }
        return script;
    }

    /** The defaults that were away, once the columns are what they will be. */
    List<DdlStatement> defaults() {
        List<DdlStatement> script = new ArrayList<>();
        changes.replaced(Sequence.class).stream()
                .filter(this::isRemade)
                .flatMap(sequence -> takers(sequence).stream())
                .forEach(taker -> difference
                        .to()
                        .table(taker.table().name())
                        .flatMap(table -> table.column(taker.column().name()))
                        .flatMap(Column::defaultExpression)
                        .filter(taker.column().defaultExpression().orElse("")::equals)
                        .ifPresent(same -> script.add(DdlStatement.of(taker.head() + " SET DEFAULT " + same))));
        return script;
    }

    /** A column whose default takes from a sequence. */
    private record Taker(Table table, Column column) {
        String head() {
            return "ALTER TABLE " + name(table.name()) + " ALTER COLUMN " + name(column.name());
        }
    }

    private List<Taker> takers(Sequence sequence) {
        List<Taker> takers = new ArrayList<>();
        for (Table table : difference.from().tables().values()) {
            table.columns().stream()
                    .filter(column -> Lexemes.ofStandard(
                                    column.defaultExpression().orElse(""))
                            .contains(name(sequence.name().name())))
                    .forEach(column -> takers.add(new Taker(table, column)));
        }
        return takers;
    }

    private boolean isRemade(Sequence after) {
        Sequence before = difference.from().sequences().get(after.name());
        if (before == null) {
            return false;
        }
        H2SequenceOptions then = H2SequenceOptions.of(before.options());
        H2SequenceOptions now = H2SequenceOptions.of(after.options());
        return !then.type().equals(now.type())
                || then.isDescending() != now.isDescending()
                || (now.isDescending() && !then.equals(now));
    }

    private static List<DdlStatement> create(Sequence sequence) {
        List<DdlStatement> script = new ArrayList<>();
        script.add(DdlStatement.of("CREATE SEQUENCE " + name(sequence.name()) + " " + sequence.options()));
        sequence.comment().ifPresent(c -> script.add(comment(sequence)));
        return script;
    }

    private List<DdlStatement> alter(Sequence sequence) {
        List<DdlStatement> script = new ArrayList<>();
        Sequence before = difference.from().sequences().getOrDefault(sequence.name(), sequence);
        H2SequenceOptions then = H2SequenceOptions.of(before.options());
        H2SequenceOptions now = H2SequenceOptions.of(sequence.options());
        String changes = now.changesFrom(then);
        if (!changes.isEmpty()) {
            String sql = "ALTER SEQUENCE " + name(sequence.name()) + " " + changes;
            script.add(
                    now.isOutside(then)
                            ? new DdlStatement(sql, Risk.LOSES_DATA, Optional.of(BEGINS_ANEW))
                            : DdlStatement.of(sql));
        }
        if (!before.comment().equals(sequence.comment())) {
            script.add(comment(sequence));
        }
        return script;
    }

    private static DdlStatement comment(Sequence sequence) {
        return DdlStatement.of(H2Definitions.comment("SEQUENCE " + name(sequence.name()), sequence.comment()));
    }
}
