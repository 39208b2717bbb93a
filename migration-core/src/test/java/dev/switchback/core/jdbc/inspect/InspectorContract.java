package dev.switchback.core.jdbc.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.core.domain.ddl.DdlRenderer;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.SchemaDiff;
import dev.switchback.core.port.SchemaInspector;
import dev.switchback.tck.CountedQueries;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What one dialect has to see as equal, and what it has to see as different and to bring over, there and back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InspectorContract {

    private final TestDatabase product;
    private final SchemaInspector inspector;
    private final DdlRenderer renderer;

    @TempDir
    private Path folder;

    InspectorContract(TestDatabase product, SchemaInspector inspector, DdlRenderer renderer) {
        this.product = product;
        this.inspector = inspector;
        this.renderer = renderer;
    }

    /** Two ways to say the same: a name, one script, another. */
    abstract Stream<Arguments> sameInOtherWords();

    /** Two schemas that differ: a name, one script, another. */
    abstract Stream<Arguments> differences();

    @ParameterizedTest(name = "{0}")
    @MethodSource("sameInOtherWords")
    final void findsNoDifferenceWhereThereIsNone(String name, String one, String other) throws SQLException {
        assertThat(SchemaDiff.between(schema(one), schema(other)).changes())
                .as(name)
                .isEmpty();
    }

    @Test
    final void asksAsManyQuestionsOfManyTablesAsOfFew() throws SQLException {
        int tablesAndViews = 2 * (40 - 4);
        assertThat(questions(40) - questions(4)).isEqualTo(tablesAndViews * questionsOfEach());
    }

    /** How many questions each table or view is by itself. */
    int questionsOfEach() {
        return 0;
    }

    private int questions(int tables) throws SQLException {
        CountedQueries counted = new CountedQueries();
        try (FreshDatabase database = product.fresh(folder);
                Connection connection = database.connection()) {
            for (int i = 0; i < tables; i++) {
                run(connection, "create table t" + i + " (a int); create view v" + i + " as select a from t" + i);
            }
            DatabaseSchema schema = inspector.inspect(counted.on(connection), Set.of());
            assertThat(schema.tables()).hasSize(tables);
            assertThat(schema.views()).hasSize(tables);
        }
        return counted.count();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("differences")
    final void bringsADifferenceOverAndBack(String name, String one, String other) throws SQLException {
        DatabaseSchema after = schema(other);
        try (FreshDatabase database = product.fresh(folder);
                Connection connection = database.connection()) {
            run(connection, one);
            DatabaseSchema before = inspector.inspect(connection, Set.of());
            assertThat(SchemaDiff.between(before, after).changes()).as(name).isNotEmpty();
            migrate(connection, before, after);
            migrate(connection, after, before);
        }
    }

    private void migrate(Connection connection, DatabaseSchema from, DatabaseSchema to) throws SQLException {
        List<String> script = renderer.render(SchemaDiff.between(from, to)).stream()
                .map(DdlStatement::sql)
                .toList();
        try (Statement statement = connection.createStatement()) {
            for (String sql : script) {
                statement.execute(sql);
            }
        }
        DatabaseSchema now = inspector.inspect(connection, Set.of());
        assertThat(SchemaDiff.between(now, to).changes())
                .as(String.join(";\n", script))
                .isEmpty();
    }

    @Test
    final void leavesTheTablesOfTheEnginesOut() throws SQLException {
        try (FreshDatabase database = product.fresh(folder);
                Connection connection = database.connection()) {
            run(connection, "create table history (id int); create table shop (id int)");
            assertThat(inspector.inspect(connection, Set.of("HiStOrY")).tables())
                    .hasSize(1);
        }
    }

    final DatabaseSchema schema(String script) throws SQLException {
        try (FreshDatabase database = product.fresh(folder);
                Connection connection = database.connection()) {
            run(connection, script);
            return inspector.inspect(connection, Set.of());
        }
    }

    /** Statements end with a semicolon and a blank or a new line. */
    static void run(Connection connection, String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : script.split(";\\s+", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }
}
