package dev.switchback.core.domain.ddl;

import static dev.switchback.core.domain.ddl.H2Definitions.name;

import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import dev.switchback.core.domain.schema.SchemaDifference;
import dev.switchback.core.domain.schema.Table;
import dev.switchback.core.domain.schema.UserType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Domains of H2. One that changes makes place for a new one of its name, to which the columns move: H2 writes a new
 * default of a domain into the columns as their own, and cannot give a domain another type.
 */
final class H2Domains {

    private final SchemaDifference difference;
    private final ObjectChanges changes;
    private final H2TypeChange types;

    H2Domains(SchemaDifference difference, ObjectChanges changes, H2TypeChange types) {
        this.types = types;
        this.difference = difference;
        this.changes = changes;
    }

    private static String old(UserType domain) {
        return name(domain.name().name() + "_OLD");
    }

    List<DdlStatement> created() {
        List<DdlStatement> script = new ArrayList<>();
        for (UserType domain : changes.replaced(UserType.class)) {
            script.add(DdlStatement.of("ALTER DOMAIN " + name(domain.name()) + " RENAME TO " + old(domain)));
            script.addAll(freeNames(domain));
            script.addAll(create(domain));
        }
        changes.created(UserType.class).forEach(domain -> script.addAll(create(domain)));
        return script;
    }

    /** The names of checks are those of the whole schema; what the old one demanded is not asked for any more. */
    private List<DdlStatement> freeNames(UserType domain) {
        List<DdlStatement> script = new ArrayList<>();
        UserType before = difference.from().types().get(domain.name());
        List<String> lexemes = before == null ? List.of() : Lexemes.ofStandard(before.definition());
        for (int i = 0; i + 2 < lexemes.size(); i++) {
            if (lexemes.get(i).equals("CONSTRAINT") && Lexemes.isName(lexemes.get(i + 2))) {
                script.add(DdlStatement.of("ALTER DOMAIN " + old(domain) + " DROP CONSTRAINT " + lexemes.get(i + 2)));
            }
        }
        return script;
    }

    private static List<DdlStatement> create(UserType domain) {
        List<DdlStatement> script = new ArrayList<>();
        script.add(DdlStatement.of("CREATE DOMAIN " + name(domain.name()) + " AS " + domain.definition()));
        domain.comment()
                .ifPresent(c -> script.add(
                        DdlStatement.of(H2Definitions.comment("DOMAIN " + name(domain.name()), domain.comment()))));
        return script;
    }

    /** The columns move to the domain that has taken the place. */
    List<DdlStatement> columns() {
        List<DdlStatement> script = new ArrayList<>();
        for (UserType domain : changes.replaced(UserType.class)) {
            for (Table table : difference.from().tables().values()) {
                difference
                        .to()
                        .table(table.name())
                        .ifPresent(after -> after.columns().stream()
                                .filter(column -> column.type().equals(name(domain.name())))
                                .filter(column -> table.column(column.name())
                                        .filter(c -> c.type().equals(column.type()))
                                        .isPresent())
                                .forEach(column -> script.addAll(move(table, column))));
            }
        }
        return script;
    }

    /** Its comment goes with what the column was. */
    private List<DdlStatement> move(Table table, Column column) {
        List<DdlStatement> script = new ArrayList<>();
        Risk risk = types.risk(column.type(), column.type());
        script.add(new DdlStatement(
                "ALTER TABLE " + name(table.name()) + " ALTER COLUMN " + H2Definitions.changed(column),
                risk,
                Optional.of(TypeChange.note(column.name(), risk))));
        column.comment()
                .ifPresent(c -> script.add(DdlStatement.of(H2Definitions.comment(
                        "COLUMN " + name(table.name()) + "." + name(column.name()), column.comment()))));
        return script;
    }

    List<DdlStatement> removed() {
        List<DdlStatement> script = new ArrayList<>();
        changes.replaced(UserType.class).forEach(domain -> script.add(DdlStatement.of("DROP DOMAIN " + old(domain))));
        changes.dropped(UserType.class)
                .forEach(domain -> script.add(DdlStatement.of("DROP DOMAIN " + name(domain.name()))));
        return script;
    }
}
