package dev.switchback.core.usecase.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.core.domain.ddl.PostgresqlDdl;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.SchemaDiff;
import dev.switchback.core.jdbc.JdbcStatementSender;
import dev.switchback.core.jdbc.inspect.PostgresqlSchemaInspector;
import dev.switchback.core.port.SchemaProof.Failure;
import dev.switchback.core.port.SchemaProof.Trial;
import dev.switchback.core.port.SchemaProof.Verdict;
import dev.switchback.core.port.ScratchDatabase;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.PostgresqlDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Partitions of PostgreSQL that go, come, or become tables of their own: whose rows are whose. */
final class PartitionsProofTest {

    private static final List<String> TWO = List.of(
            "CREATE TABLE p (id integer, r text CHECK (r <> ''), UNIQUE (id, r)) PARTITION BY LIST (r)",
            "CREATE TABLE p_a PARTITION OF p FOR VALUES IN ('a')",
            "CREATE TABLE p_b PARTITION OF p FOR VALUES IN ('b')",
            "CREATE INDEX p_r ON p (r)");

    private static final List<String> ONE = List.of(TWO.get(0), TWO.get(2), TWO.get(3));

    private static final List<String> ONE_APART = List.of(
            TWO.get(0),
            TWO.get(2),
            TWO.get(3),
            "CREATE TABLE p_a (id integer, r text CONSTRAINT p_r_check CHECK (r <> ''), UNIQUE (id, r))",
            "CREATE INDEX p_a_r_idx ON p_a (r)");

    private static final List<String> ROWS =
            List.of("INSERT INTO p_a (id, r) VALUES (1, 'a')", "INSERT INTO p_b (id, r) VALUES (2, 'b')");

    private final DefaultSchemaProof proof = new DefaultSchemaProof(
            Scratch::new, PostgresqlSchemaInspector::new, PostgresqlDdl::new, new JdbcStatementSender(), Set.of());

    /** A database that goes when it is closed. */
    private record Scratch(FreshDatabase database) implements ScratchDatabase {
        Scratch() {
            this(new PostgresqlDatabase().fresh(Path.of("")));
        }

        @Override
        public Connection connect() throws SQLException {
            return database.connection();
        }

        @Override
        public void close() {
            try {
                database.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void run(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static DatabaseSchema schema(List<String> statements) throws SQLException {
        try (Scratch scratch = new Scratch();
                Connection connection = scratch.connect()) {
            run(connection, statements);
            return new PostgresqlSchemaInspector().inspect(connection, Set.of());
        }
    }

    private Verdict prove(List<String> from, List<String> to, String... further) throws SQLException {
        DatabaseSchema before = schema(from);
        DatabaseSchema after = schema(to);
        List<DdlStatement> up = new ArrayList<>(new PostgresqlDdl().render(SchemaDiff.between(before, after)));
        List.of(further).forEach(sql -> up.add(DdlStatement.of(sql)));
        return proof.prove(new Trial(
                connection -> {
                    run(connection, from);
                    run(connection, ROWS);
                },
                before,
                after,
                up,
                Optional.of(new PostgresqlDdl().render(SchemaDiff.between(after, before)))));
    }

    @Test
    void onePartitionGoesAndItsRowsWithIt() throws SQLException {
        assertThat(prove(TWO, ONE).failures()).isEmpty();
    }

    @Test
    void onePartitionBecomesATableOfItsOwnAndKeepsItsRows() throws SQLException {
        assertThat(prove(TWO, ONE_APART).failures()).isEmpty();
    }

    @Test
    void aTableBecomesAPartitionAndBringsItsRows() throws SQLException {
        assertThat(prove(ONE_APART, TWO).failures()).isEmpty();
    }

    @Test
    void theRowsOfAnotherPartitionHaveToStay() throws SQLException {
        assertThat(prove(TWO, ONE, "DELETE FROM p").failures())
                .extracting(Failure::reason)
                .containsExactly("of 1 rows in p 0 are left");
    }

    @Test
    void theRowsOfAPartitionThatIsDetachedHaveToStay() throws SQLException {
        assertThat(prove(TWO, ONE_APART, "DELETE FROM p_a").failures())
                .extracting(Failure::reason)
                .containsExactly("of 1 rows in p_a 0 are left");
    }
}
