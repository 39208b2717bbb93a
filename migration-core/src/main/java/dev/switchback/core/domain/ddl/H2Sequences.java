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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sequences of H2. One that gets another type, turns round or counts down is made again: H2 cannot change the type,
 * and reckons wrong with limits below zero. The defaults that take from it have to be away meanwhile.
 */
final class H2Sequences {

    private static final Pattern TYPE = Pattern.compile("^AS \\S+(?: UNSIGNED)? ?");

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
                        "DROP SEQUENCE " + name(sequence.name()),
                        Risk.LOSES_DATA,
                        Optional.of("it begins anew, where it stood is lost")));
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
        return before != null
                && (!type(before).equals(type(after))
                        || isDescending(before) != isDescending(after)
                        || (isDescending(after) && !before.options().equals(after.options())));
    }

    private static String type(Sequence sequence) {
        Matcher type = TYPE.matcher(sequence.options());
        return type.find() ? type.group() : "";
    }

    private static boolean isDescending(Sequence sequence) {
        return sequence.options().contains("INCREMENT BY -");
    }

    private static List<DdlStatement> create(Sequence sequence) {
        List<DdlStatement> script = new ArrayList<>();
        script.add(DdlStatement.of("CREATE SEQUENCE " + name(sequence.name()) + " " + sequence.options()));
        sequence.comment().ifPresent(c -> script.add(comment(sequence)));
        return script;
    }

    /** What is not said stays, so what is the default again has to be said. */
    private List<DdlStatement> alter(Sequence sequence) {
        List<DdlStatement> script = new ArrayList<>();
        Sequence before = difference.from().sequences().getOrDefault(sequence.name(), sequence);
        List<String> clauses = new ArrayList<>();
        for (Option option : Option.values()) {
            String now = option.of(sequence);
            if (!now.equals(option.of(before))) {
                clauses.add(now);
            }
        }
        if (!clauses.isEmpty()) {
            script.add(DdlStatement.of("ALTER SEQUENCE " + name(sequence.name()) + " " + String.join(" ", clauses)));
        }
        if (!before.comment().equals(sequence.comment())) {
            script.add(comment(sequence));
        }
        return script;
    }

    /** What can be said of a sequence, and what goes without saying. */
    private enum Option {
        START("START WITH -?\\d+", ""),
        INCREMENT("INCREMENT BY -?\\d+", "INCREMENT BY 1"),
        LEAST("\\bMINVALUE -?\\d+", "NO MINVALUE"),
        GREATEST("\\bMAXVALUE -?\\d+", "NO MAXVALUE"),
        END("\\b(CYCLE|EXHAUSTED)", "NO CYCLE"),
        CACHE("(?:NO CACHE|CACHE \\d+)", "CACHE 32");

        private final Pattern pattern;
        private final String usual;

        Option(String pattern, String usual) {
            this.pattern = Pattern.compile(pattern);
            this.usual = usual;
        }

        String of(Sequence sequence) {
            Matcher found = pattern.matcher(sequence.options());
            return found.find() ? found.group() : usual;
        }
    }

    private static DdlStatement comment(Sequence sequence) {
        return DdlStatement.of(H2Definitions.comment("SEQUENCE " + name(sequence.name()), sequence.comment()));
    }
}
