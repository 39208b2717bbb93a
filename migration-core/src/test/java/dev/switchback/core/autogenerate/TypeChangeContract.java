package dev.switchback.core.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.core.domain.ddl.DdlRenderer;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import dev.switchback.core.domain.schema.SchemaDiff;
import dev.switchback.core.port.SchemaInspector;
import dev.switchback.tck.TestDatabase;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a change of a type makes of a value on a real database, and what is said of it. A subclass for each dialect. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TypeChangeContract {

    private final TestDatabase product;
    private final SchemaInspector inspector;
    private final DdlRenderer renderer;

    @TempDir
    private Path folder;

    TypeChangeContract(TestDatabase product, SchemaInspector inspector, DdlRenderer renderer) {
        this.product = product;
        this.inspector = inspector;
        this.renderer = renderer;
    }

    /** A type with a value in it as a literal, and the type that it gets. */
    record Change(String before, String value, String after) {
        @Override
        public String toString() {
            return before + " to " + after;
        }
    }

    /** Changes that make another value of it without a word. */
    abstract Stream<Change> losses();

    /** Changes after which every value is what it was. */
    abstract Stream<Change> widenings();

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    final void saysThatAValueBecomesAnother(Change change) throws SQLException {
        Outcome outcome = run(change);

        assertThat(outcome.after()).as("it is another one").isNotEqualTo(outcome.before());
        assertThat(outcome.risk()).isEqualTo(Risk.LOSES_DATA);
        assertThat(outcome.note().orElse(""))
                .matches(
                        "(?i)what is in c is rounded, cut or converted|values of t\\.c are rounded or cut: .* becomes .*");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("widenings")
    final void saysNothingOfAChangeThatKeepsEverything(Change change) throws SQLException {
        Outcome outcome = run(change);

        assertThat(outcome.after()).isEqualTo(outcome.before());
        assertThat(outcome.risk()).isEqualTo(Risk.NONE);
    }

    private record Outcome(String before, String after, Risk risk, Optional<String> note) {}

    private Outcome run(Change change) throws SQLException {
        try (Room room = Room.in(product.fresh(folder))) {
            room.run(List.of("CREATE TABLE t (id int PRIMARY KEY, c " + change.after() + ")"));
            DatabaseSchema desired = inspector.inspect(room.connection(), Set.of());
            room.run(List.of(
                    "DROP TABLE t",
                    "CREATE TABLE t (id int PRIMARY KEY, c " + change.before() + ")",
                    "INSERT INTO t VALUES (1, " + change.value() + ")"));
            String before = value(room);
            List<DdlStatement> script =
                    renderer.render(SchemaDiff.between(inspector.inspect(room.connection(), Set.of()), desired));
            room.migrate(script, false);
            return new Outcome(
                    before,
                    value(room),
                    script.stream().map(DdlStatement::risk).max(Risk::compareTo).orElse(Risk.NONE),
                    script.get(0).note());
        }
    }

    private static String value(Room room) throws SQLException {
        try (Statement statement = room.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT c FROM t")) {
            row.next();
            return row.getString(1);
        }
    }
}
