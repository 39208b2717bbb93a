package dev.switchback.core.usecase.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.core.domain.ddl.H2Ddl;
import dev.switchback.core.domain.ddl.SqliteDdl;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import dev.switchback.core.domain.schema.SchemaDiff;
import dev.switchback.core.jdbc.JdbcStatementSender;
import dev.switchback.core.jdbc.inspect.H2SchemaInspector;
import dev.switchback.core.jdbc.inspect.SqliteSchemaInspector;
import dev.switchback.core.port.SchemaProof.Failure;
import dev.switchback.core.port.SchemaProof.Trial;
import dev.switchback.core.port.SchemaProof.Verdict;
import dev.switchback.core.port.ScratchDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts that reach the schema that is wanted, and what they do to the rows on the way. */
final class DefaultSchemaProofTest {

    private static final String BOOK = "CREATE TABLE BOOK (ID INTEGER PRIMARY KEY, TITLE VARCHAR(20) NOT NULL)";
    private static final String LONGER = BOOK.replace("20", "40");

    private final DefaultSchemaProof proof = new DefaultSchemaProof(
            Memory::new, H2SchemaInspector::new, H2Ddl::new, new JdbcStatementSender(), Set.of());

    /** A database in memory. */
    private record Memory(String url) implements ScratchDatabase {
        Memory() {
            this("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        }

        @Override
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url);
        }

        @Override
        public void close() {
            try {
                run(url, List.of("SHUTDOWN"));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void run(String url, List<String> statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static DatabaseSchema schema(String... statements) throws SQLException {
        try (Memory memory = new Memory()) {
            run(memory.url(), List.of(statements));
            try (Connection connection = memory.connect()) {
                return new H2SchemaInspector().inspect(connection, Set.of());
            }
        }
    }

    private static List<DdlStatement> script(String... statements) {
        return Arrays.stream(statements).map(DdlStatement::of).toList();
    }

    private Verdict prove(String from, String to, List<DdlStatement> up, DdlStatement... down) throws SQLException {
        return proof.prove(new Trial(
                connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(from);
                    }
                },
                schema(from),
                schema(to),
                up,
                down.length == 0 ? Optional.empty() : Optional.of(List.of(down))));
    }

    @Test
    void seesThatWhatStaysOfItsTypeWasRounded() throws SQLException {
        String table = "CREATE TABLE T (ID INTEGER PRIMARY KEY, N NUMERIC(10, 2), D DOUBLE PRECISION, R REAL,"
                + " AT TIMESTAMP, SINCE TIME(3))";
        for (String rounded : List.of(
                "N = ROUND(N)",
                "D = ROUND(D)",
                "R = ROUND(R)",
                "AT = CAST(AT AS TIMESTAMP(0))",
                "SINCE = CAST(SINCE AS TIME(0))")) {
            Verdict verdict = prove(table, table, script("UPDATE T SET " + rounded));

            assertThat(verdict.failures())
                    .as(rounded)
                    .singleElement()
                    .satisfies(
                            failure -> assertThat(failure.reason()).isEqualTo("values in T are other ones afterwards"));
            assertThat(verdict.notes()).isEmpty();
        }
    }

    @Test
    void holdsForAScriptThatKeepsTheRowsThereAndBack() throws SQLException {
        Verdict verdict = prove(
                BOOK,
                LONGER,
                script("ALTER TABLE BOOK ALTER COLUMN TITLE VARCHAR(40) NOT NULL"),
                new DdlStatement(
                        "ALTER TABLE BOOK ALTER COLUMN TITLE VARCHAR(20) NOT NULL",
                        Risk.REJECTS_ROWS,
                        Optional.empty()));

        assertThat(verdict.failures()).isEmpty();
        assertThat(verdict.notes()).isEmpty();
    }

    @Test
    void refusesAScriptThatReachesTheSchemaAndLosesTheRows() throws SQLException {
        Verdict verdict = prove(BOOK, LONGER, script("DROP TABLE BOOK", LONGER));

        assertThat(verdict.failures()).extracting(Failure::reason).containsExactly("of 3 rows in BOOK 0 are left");
    }

    @Test
    void refusesAScriptThatReachesTheSchemaAndChangesValues() throws SQLException {
        String more = BOOK.replace(")", "").replace("(20", "(20)").replace("NOT NULL", "NOT NULL, PAGES INTEGER)");
        Verdict verdict = prove(
                BOOK, more, script("ALTER TABLE BOOK ADD COLUMN PAGES INTEGER", "UPDATE BOOK SET TITLE = 'other'"));

        assertThat(verdict.failures())
                .extracting(Failure::reason)
                .containsExactly("values in BOOK are other ones afterwards");
    }

    @Test
    void refusesAWayBackThatLosesTheRows() throws SQLException {
        Verdict verdict = prove(
                BOOK,
                LONGER,
                script("ALTER TABLE BOOK ALTER COLUMN TITLE VARCHAR(40) NOT NULL"),
                DdlStatement.of("DROP TABLE BOOK"),
                DdlStatement.of(BOOK));

        assertThat(verdict.failures()).extracting(Failure::down).containsExactly(true);
    }

    @Test
    void refusesAScriptThatDoesNotTakeTheRowsAndDoesNotSaySo() throws SQLException {
        String checked = BOOK.replace("NOT NULL", "NOT NULL, CHECK (ID > 2)");
        String sql = "ALTER TABLE BOOK ADD CHECK (ID > 2)";

        Verdict silent = prove(BOOK, checked, script(sql));
        Verdict honest =
                prove(BOOK, checked, List.of(new DdlStatement(sql, Risk.REJECTS_ROWS, Optional.of("fails if …"))));

        assertThat(silent.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.reason()).startsWith("it does not take the rows that were there: ");
            assertThat(failure.statement()).contains(sql);
        });
        assertThat(honest.failures()).isEmpty();
        assertThat(honest.notes()).containsExactly("the migration fails on rows that do not fit: " + sql);
    }

    /** A database in a file. */
    private record SqliteFile(String url) implements ScratchDatabase {
        @Override
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url);
        }

        @Override
        public void close() {}
    }

    @Test
    void listensToTheRiskOfAStatementIfOnlyTheCommitFindsTheRowsThatDoNotFit(@TempDir Path folder) throws SQLException {
        String book = "CREATE TABLE book (id INTEGER PRIMARY KEY, shelf INTEGER)";
        String pointing = book.replace("shelf INTEGER", "shelf INTEGER REFERENCES shelf DEFERRABLE INITIALLY DEFERRED");
        DatabaseSchema from = onSqlite(book);
        DatabaseSchema to = onSqlite(pointing);
        // without what looks for such rows before the end
        List<DdlStatement> honest = new SqliteDdl()
                .render(SchemaDiff.between(from, to)).stream()
                        .filter(each -> !each.sql().contains("temp.orphans"))
                        .toList();
        List<DdlStatement> silent =
                honest.stream().map(each -> DdlStatement.of(each.sql())).toList();
        AtomicInteger files = new AtomicInteger();
        DefaultSchemaProof onSqlite = new DefaultSchemaProof(
                () -> new SqliteFile(
                        "jdbc:sqlite:" + folder.resolve(files.incrementAndGet() + ".db") + "?foreign_keys=true"),
                SqliteSchemaInspector::new,
                SqliteDdl::new,
                new JdbcStatementSender(),
                Set.of());

        assertThat(onSqlite.prove(new Trial(c -> build(c, book), from, to, honest, Optional.empty())))
                .satisfies(verdict -> assertThat(verdict.failures()).isEmpty())
                .extracting(Verdict::notes)
                .asString()
                .contains("the migration fails on rows that do not fit: INSERT INTO");
        assertThat(onSqlite.prove(new Trial(c -> build(c, book), from, to, silent, Optional.empty()))
                        .failures())
                .singleElement()
                .extracting(Failure::reason)
                .asString()
                .startsWith("it does not take the rows that were there: ");
    }

    private static DatabaseSchema onSqlite(String book) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            build(connection, book);
            return new SqliteSchemaInspector().inspect(connection, Set.of());
        }
    }

    private static void build(Connection connection, String book) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE shelf (code TEXT PRIMARY KEY)");
            statement.execute(book);
        }
    }

    @Test
    void namesATableForWhichItKnowsNoRows() throws SQLException {
        String odd = "CREATE TABLE ODD (ID INTEGER PRIMARY KEY, CHECK (ID = 12345))";
        Verdict verdict =
                prove(odd, odd.replace("12345)", "12345), N INTEGER"), script("ALTER TABLE ODD ADD COLUMN N INTEGER"));

        assertThat(verdict.failures()).isEmpty();
        assertThat(verdict.notes()).containsExactly("not tried with rows in ODD");
    }
}
