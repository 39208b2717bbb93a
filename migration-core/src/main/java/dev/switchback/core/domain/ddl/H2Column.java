package dev.switchback.core.domain.ddl;

import static dev.switchback.core.domain.ddl.H2Definitions.name;

import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.TableEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The change of one column of H2. Where its definition is said again as a whole, that adds to what was there, so what is
 * no more has to be dropped by name.
 */
final class H2Column {

    private final String head;
    private final String table;
    private final Column before;
    private final Column after;
    private final H2TypeChange types;
    private final H2Identity numbers;
    private final List<DdlStatement> script = new ArrayList<>();

    H2Column(ObjectName table, TableEdit.ColumnChanged change, H2TypeChange types) {
        this.types = types;
        this.table = name(table);
        this.before = change.before();
        this.after = change.after();
        this.numbers = new H2Identity(table, before, after);
        this.head = "ALTER TABLE " + this.table + " ALTER COLUMN " + name(after.name());
    }

    /** Whether it has to be made again: only so H2 computes the values of the rows that are there. */
    static boolean isRemade(TableEdit.ColumnChanged change) {
        return change.after().generated().isPresent()
                && !change.after().generated().equals(change.before().generated());
    }

    /** What comes before any other change of the table: its expression may not bear them. */
    Optional<DdlStatement> first() {
        return before.generated().isPresent() && after.generated().isEmpty()
                ? Optional.of(DdlStatement.of(head + " DROP EXPRESSION"))
                : Optional.empty();
    }

    List<DdlStatement> statements() {
        if (before.identity().isPresent() && after.identity().isEmpty()) {
            add(" DROP IDENTITY");
        }
        if (numbers.stays() && !after.type().equals(before.type())) {
            type();
        } else if ((after.identity().isPresent() && !numbers.stays())
                || !after.type().equals(before.type())
                || !after.attributes().equals(before.attributes())) {
            whole();
        } else {
            defaultExpression();
            nullability();
        }
        return script;
    }

    private void type() {
        script.add(changed(head + " SET DATA TYPE " + after.type(), false));
        numbers.withoutOldLimit().ifPresent(this::add);
    }

    private void whole() {
        String definition = H2Definitions.changed(after);
        if (after.identity().isPresent()) {
            numbers.remembered().ifPresent(sql -> script.add(DdlStatement.of(sql)));
            definition = numbers.goingOn(definition);
        }
        boolean requires = before.nullable() && !after.nullable();
        script.add(changed("ALTER TABLE " + table + " ALTER COLUMN " + definition, requires));
        if (before.defaultExpression().isPresent() && after.defaultExpression().isEmpty()) {
            add(" DROP DEFAULT");
        }
        if (requires || before.nullable() == after.nullable()) {
            attributes();
        } else {
            add(" DROP NOT NULL");
            attributes();
        }
    }

    private DdlStatement changed(String sql, boolean requires) {
        Risk ofType = after.generated().isPresent()
                ? types.riskOfComputed(before.type(), after.type())
                : types.risk(before.type(), after.type());
        String note =
                requires ? "fails if " + after.name() + " is null in a row" : TypeChange.note(after.name(), ofType);
        Risk risk = requires ? TypeChange.greater(ofType, Risk.REJECTS_ROWS) : ofType;
        return new DdlStatement(sql, risk, Optional.of(note).filter(n -> risk != Risk.NONE));
    }

    private void attributes() {
        String was = before.attributes().orElse("");
        String is = after.attributes().orElse("");
        if (was.contains("ON UPDATE ") && !is.contains("ON UPDATE ")) {
            add(" DROP ON UPDATE");
        }
        if (was.contains("DEFAULT ON NULL") && !is.contains("DEFAULT ON NULL")) {
            add(" DROP DEFAULT ON NULL");
        }
        if (was.startsWith("INVISIBLE") != is.startsWith("INVISIBLE")) {
            add(is.startsWith("INVISIBLE") ? " SET INVISIBLE" : " SET VISIBLE");
        }
    }

    private void defaultExpression() {
        if (!after.defaultExpression().equals(before.defaultExpression())) {
            add(after.defaultExpression().map(d -> " SET DEFAULT " + d).orElse(" DROP DEFAULT"));
        }
    }

    private void nullability() {
        if (before.nullable() && !after.nullable()) {
            script.add(new DdlStatement(
                    head + " SET NOT NULL",
                    Risk.REJECTS_ROWS,
                    Optional.of("fails if " + after.name() + " is null in a row")));
        } else if (!before.nullable() && after.nullable()) {
            add(" DROP NOT NULL");
        }
    }

    private void add(String clause) {
        script.add(DdlStatement.of(head + clause));
    }
}
