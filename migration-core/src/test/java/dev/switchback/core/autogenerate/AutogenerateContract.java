package dev.switchback.core.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.switchback.core.domain.Dialect;
import dev.switchback.core.domain.ddl.DdlRenderer;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.SchemaDiff;
import dev.switchback.core.domain.schema.SchemaDifference;
import dev.switchback.core.port.SchemaInspector;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Changes of a schema with rows in it. Of each: the difference is found, the script runs, nothing is left of it (neither
 * for the inspector nor in a dump that knows nothing of the inspector), the way down brings back what was there, and no
 * row is lost or changed on the way. A subclass for each dialect.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AutogenerateContract {

    private static final SchemaText SHOP = SchemaText.read("shop.sql");
    private static final SchemaText ROWS = SchemaText.read("rows.sql");

    private final TestDatabase product;
    private final Dialect dialect;
    private final SchemaInspector inspector;
    private final DdlRenderer renderer;
    private final CaseResults results = new CaseResults();

    /** Every case begins with the same schema. */
    private List<String> dumpOfShop = List.of();

    @TempDir
    private Path folder;

    /** For the dialects. */
    protected AutogenerateContract(TestDatabase product, SchemaInspector inspector, DdlRenderer renderer) {
        this.product = product;
        this.dialect = Dialect.of(product.kind());
        this.inspector = inspector;
        this.renderer = renderer;
    }

    /**
     * Everything that the database knows of its schema, found without the inspector; no row, no order of columns, nothing
     * that differs between two databases with the same schema.
     *
     * @return sorted lines
     */
    protected abstract List<String> dump(Connection connection) throws SQLException;

    /** An empty place. */
    protected Room room() throws SQLException {
        return roomIn(product.fresh(folder));
    }

    /** The place in a fresh database. */
    protected Room roomIn(FreshDatabase database) throws SQLException {
        return Room.in(database);
    }

    final List<ChangeCase> cases() {
        return ChangeCase.all().stream().filter(c -> c.isFor(product.kind())).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    final void writesTheChangeThereAndBack(ChangeCase change) throws SQLException {
        String miss = change.miss(product.kind()).orElse("");
        results.add(change.name(), "no: " + miss);
        if (!miss.isEmpty()) {
            assertThatCode(() -> prove(change)).as("is got right after all").isInstanceOf(Throwable.class);
            return;
        }
        prove(change);
        results.add(change.name(), change.isSame() ? "equal" : "yes");
    }

    private void prove(ChangeCase change) throws SQLException {
        try (Room start = room();
                Room desired = room()) {
            start.run(SHOP.statements(product.kind()));
            start.run(ROWS.statements(product.kind()));
            desired.run(change.applied(SHOP).statements(product.kind()));
            new Trial(change, start, desired).run();
        }
    }

    /** One case on its two databases. */
    private final class Trial {
        private final ChangeCase change;
        private final Room start;
        private final TrialRenames renames;
        private final DatabaseSchema before;
        private final DatabaseSchema after;
        private final List<String> dumpBefore;
        private final List<String> dumpAfter;
        private final RowPicture rows;

        Trial(ChangeCase change, Room start, Room desired) throws SQLException {
            this.change = change;
            this.start = start;
            this.renames = TrialRenames.of(change, dialect);
            before = inspect(start);
            after = inspect(desired);
            if (dumpOfShop.isEmpty()) {
                dumpOfShop = dump(start.connection());
            }
            dumpBefore = dumpOfShop;
            dumpAfter = dump(desired.connection());
            rows = RowPicture.of(before, start.connection());
        }

        void run() throws SQLException {
            if (change.isSame()) {
                assertThat(SchemaDiff.between(before, after).changes()).isEmpty();
                return;
            }
            assertThat(dumpAfter).as("the case changes something").isNotEqualTo(dumpBefore);
            thereAndBack();
        }

        private void thereAndBack() throws SQLException {
            migrate(renderer.rename(renames.renames(), before));
            DatabaseSchema renamed = inspect(start);
            SchemaDifference difference = SchemaDiff.between(renamed, after);
            assertThat(difference.isEmpty() && renames.isEmpty())
                    .as("no difference is found")
                    .isFalse();
            List<DdlStatement> script = renderer.render(difference);
            migrate(script);
            assertArrived(script, after, dumpAfter);
            assertRowsKept(RowPicture.of(after, start.connection()), true, script);
            // the names first here too: a view of MariaDB or H2 that has the old ones cannot be made before
            migrate(renderer.rename(renames.renames().inverse(), after));
            List<DdlStatement> back = renderer.render(SchemaDiff.between(inspect(start), before));
            migrate(back);
            assertArrived(back, before, dumpBefore);
            assertRowsKept(RowPicture.of(before, start.connection()), false, back);
            onceMore(script);
        }

        /** The same script finds what it found. */
        private void onceMore(List<DdlStatement> script) throws SQLException {
            migrate(renderer.rename(renames.renames(), before));
            migrate(script);
            assertArrived(script, after, dumpAfter);
        }

        private void migrate(List<DdlStatement> script) throws SQLException {
            start.migrate(script, dialect.transactionalDdl() && !renderer.needsNoTransaction(script));
        }

        private void assertArrived(List<DdlStatement> script, DatabaseSchema wanted, List<String> dump)
                throws SQLException {
            assertSame(dump(start.connection()), dump, script);
            assertThat(SchemaDiff.between(inspect(start), wanted).changes())
                    .as(text(script))
                    .isEmpty();
        }

        /** Of each table that is in both, the columns that are in both, as far as their values may not be others. */
        private void assertRowsKept(RowPicture now, boolean up, List<DdlStatement> script) {
            before.tables().forEach((name, table) -> {
                String nameNow = up ? renames.table(name.name()) : name.name();
                after.tables().values().stream()
                        .filter(t -> t.name().name().equals(renames.table(name.name())))
                        .forEach(t -> {
                            List<String> columns = table.columns().stream()
                                    .map(c -> c.name())
                                    .filter(c -> t.column(renames.column(name.name(), c))
                                            .isPresent())
                                    .filter(c -> !up || !change.changesValues(name.name(), c))
                                    .toList();
                            List<String> columnsNow = columns.stream()
                                    .map(c -> up ? renames.column(name.name(), c) : c)
                                    .toList();
                            assertThat(withoutNames(now.lines(nameNow, columnsNow)))
                                    .as(nameNow + "\n" + text(script))
                                    .isEqualTo(withoutNames(rows.lines(name.name(), columns)));
                        });
            });
        }
    }

    /** Shows only what differs. */
    private static void assertSame(List<String> dump, List<String> wanted, List<DdlStatement> script) {
        List<String> difference = new ArrayList<>();
        dump.stream()
                .filter(line -> !wanted.contains(line))
                .map(line -> "+ " + line)
                .forEach(difference::add);
        wanted.stream()
                .filter(line -> !dump.contains(line))
                .map(line -> "- " + line)
                .forEach(difference::add);
        assertThat(difference).as(text(script)).isEmpty();
        assertThat(dump).as(text(script)).isEqualTo(wanted);
    }

    private static List<String> withoutNames(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceAll("(^| )[\\w ]+=", "$1"))
                .sorted()
                .toList();
    }

    @Test
    final void leavesNothingOfTheSchemaOut() throws SQLException {
        try (Room room = room()) {
            room.run(SHOP.statements(product.kind()));
            assertThat(inspect(room).unsupported()).isEmpty();
        }
    }

    @Test
    final void makesTheWholeSchemaAndRemovesItAgain() throws SQLException {
        try (Room there = room();
                Room here = room()) {
            there.run(SHOP.statements(product.kind()));
            List<String> empty = dump(here.connection());
            DatabaseSchema nothing = inspect(here);
            DatabaseSchema schema = inspect(there);
            List<DdlStatement> script = renderer.create(schema);
            here.migrate(script, dialect.transactionalDdl() && !renderer.needsNoTransaction(script));
            assertSame(dump(here.connection()), dump(there.connection()), script);
            assertThat(SchemaDiff.between(inspect(here), schema).changes()).isEmpty();
            here.run(ROWS.statements(product.kind()));
            List<DdlStatement> removal = renderer.render(SchemaDiff.between(schema, nothing));
            here.migrate(removal, dialect.transactionalDdl() && !renderer.needsNoTransaction(removal));
            assertSame(dump(here.connection()), empty, removal);
        }
    }

    @Test
    final void anEmptyDatabaseHoldsNothing() throws SQLException {
        try (Room room = room()) {
            assertThat(inspect(room).isEmpty()).isTrue();
        }
    }

    @AfterAll
    final void writeResults() {
        results.write(product.kind());
    }

    private DatabaseSchema inspect(Room room) throws SQLException {
        return inspector.inspect(room.connection(), Set.of());
    }

    private static String text(List<DdlStatement> script) {
        return script.stream()
                .map(s -> s.note().map(n -> "-- " + n + "\n").orElse("") + s.sql() + ";")
                .collect(Collectors.joining("\n", "\n", "\n"));
    }
}
