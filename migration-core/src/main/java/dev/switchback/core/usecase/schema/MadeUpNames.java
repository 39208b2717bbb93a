package dev.switchback.core.usecase.schema;

import dev.switchback.api.config.SchemaSource;
import dev.switchback.core.domain.ddl.DdlRenderer;
import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.SchemaDiff;
import dev.switchback.core.domain.schema.SchemaDifference;
import dev.switchback.core.domain.schema.Table;
import dev.switchback.core.port.SchemaProof;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The names that a database makes up for constraints, where the schema is that of a database which exists. They depend on
 * what it has had before, and a later migration drops a constraint by such a name: a table that would get other ones says
 * them itself. Otherwise that migration would drop another constraint of the database that has been there all the time.
 */
final class MadeUpNames {

    private final SchemaLoader loader;
    private final DdlRenderer renderer;

    MadeUpNames(SchemaLoader loader, DdlRenderer renderer) {
        this.loader = loader;
        this.renderer = renderer;
    }

    /** The statements of a difference, whose new tables call their constraints what the database calls them. */
    List<DdlStatement> render(
            SchemaProof.Start start,
            List<DdlStatement> renames,
            SchemaDifference difference,
            SchemaLoader.Loaded desired) {
        List<DdlStatement> plain = renderer.render(difference);
        boolean exists =
                desired.source() instanceof SchemaSource.Live || desired.source() instanceof SchemaSource.Database;
        if (!exists
                || created(difference)
                        .flatMap(table -> table.constraints().stream())
                        .noneMatch(Constraint::isNameMadeUp)) {
            return plain;
        }
        List<DdlStatement> all = new ArrayList<>(renames);
        all.addAll(plain);
        boolean same = loader.after(start, all)
                .filter(reached -> created(difference).allMatch(table -> isCalledSame(table, reached)))
                .isPresent();
        return same ? plain : renderer.render(SchemaDiff.between(difference.from(), named(difference)));
    }

    private static Stream<Table> created(SchemaDifference difference) {
        return difference.to().tables().values().stream()
                .filter(table -> !difference.from().tables().containsKey(table.name()));
    }

    private static boolean isCalledSame(Table wanted, DatabaseSchema reached) {
        return reached.table(wanted.name())
                .filter(table -> names(table).equals(names(wanted)))
                .isPresent();
    }

    private static Map<String, String> names(Table table) {
        Map<String, String> names = new TreeMap<>();
        table.constraints().stream()
                .filter(Constraint::isNameMadeUp)
                .forEach(c -> names.put(c.catalogName().orElse(""), c.definition()));
        return names;
    }

    private static DatabaseSchema named(SchemaDifference difference) {
        return difference
                .to()
                .with(created(difference).map(Table::withNamesGiven).toList());
    }
}
