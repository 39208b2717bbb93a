package dev.switchback.core.usecase.schema;

import dev.switchback.api.config.SchemaSource;
import dev.switchback.core.domain.ddl.DdlRenderer;
import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.MadeAgain;
import dev.switchback.core.domain.schema.SchemaDiff;
import dev.switchback.core.domain.schema.SchemaDifference;
import dev.switchback.core.domain.schema.Table;
import dev.switchback.core.port.SchemaProof;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
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
            return keeping(start, renames, difference, plain);
        }
        List<DdlStatement> all = new ArrayList<>(renames);
        all.addAll(plain);
        boolean same = loader.after(start, all)
                .filter(reached -> created(difference).allMatch(table -> isCalledSame(table, reached)))
                .isPresent();
        return same ? plain : renderer.render(SchemaDiff.between(difference.from(), named(difference)));
    }

    /**
     * The statements that lead back to what was there. What they make again is called as it was, if it would get other names
     * and nothing else has these: the migration, and others, drop it by its name when they run once more.
     */
    List<DdlStatement> back(
            SchemaLoader.Loaded current,
            List<DdlStatement> up,
            SchemaDifference difference,
            UnaryOperator<List<DdlStatement>> withRenames) {
        List<DdlStatement> plain = withRenames.apply(renderer.render(difference));
        SchemaDifference named = MadeAgain.namedBack(difference);
        if (named.to().equals(difference.to()) || isBack(current, up, plain)) {
            return plain;
        }
        List<DdlStatement> again = withRenames.apply(renderer.render(named));
        return isBack(current, up, again) ? again : plain;
    }

    private boolean isBack(SchemaLoader.Loaded current, List<DdlStatement> up, List<DdlStatement> down) {
        List<DdlStatement> all = new ArrayList<>(up);
        all.addAll(down);
        return loader.after(current.start(), all)
                // an index that MariaDB makes for a foreign key would be called as the key is
                .filter(reached -> SchemaDiff.between(reached, current.schema()).isEmpty())
                .filter(reached ->
                        current.schema().tables().values().stream().allMatch(table -> isCalledSame(table, reached)))
                .isPresent();
    }

    /** What only gives way comes again under its name. */
    private List<DdlStatement> keeping(
            SchemaProof.Start start,
            List<DdlStatement> renames,
            SchemaDifference difference,
            List<DdlStatement> plain) {
        SchemaDifference named = MadeAgain.named(difference);
        if (named.to().equals(difference.to())) {
            return plain;
        }
        List<DdlStatement> again = renderer.render(named);
        if (again.equals(plain)) {
            return plain;
        }
        List<DdlStatement> all = new ArrayList<>(renames);
        all.addAll(again);
        return loader.after(start, all)
                        .filter(reached ->
                                SchemaDiff.between(reached, difference.to()).isEmpty())
                        .isPresent()
                ? again
                : plain;
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
