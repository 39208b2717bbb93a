package dev.switchback.docs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.SchemaDiff;
import dev.switchback.core.jdbc.inspect.H2SchemaInspector;
import dev.switchback.core.jdbc.inspect.MariadbSchemaInspector;
import dev.switchback.core.jdbc.inspect.PostgresqlSchemaInspector;
import dev.switchback.core.jdbc.inspect.SqliteSchemaInspector;
import dev.switchback.core.port.SchemaInspector;
import dev.switchback.docs.Repository;
import dev.switchback.tck.CountedQueries;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.H2Database;
import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.SqliteDatabase;
import dev.switchback.tck.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures how long it takes to read and compare large schemas, and writes the page
 * {@code docs/reference/large-schemas.md}. Run with {@value #COMMAND}; pg_dump has to be as new as the server, which
 * {@code SWITCHBACK_TEST_POSTGRESQL_URL} can name, mariadb-dump is that of the embedded server if there is none to call.
 */
@Tag("benchmark")
class LargeSchemaBenchmarkTest {

    private static final String COMMAND =
            "mvn -Pbench -pl docs -am verify -Dtest=LargeSchemaBenchmarkTest -Dsurefire.failIfNoSpecifiedTests=false";
    private static final int[] TABLES = {250, 500, 1000};
    private static final int ROUNDS = 5;
    private static final double MILLION = 1e6;

    @TempDir
    Path scratch;

    @Test
    void measuresAndWritesThePage() throws Exception {
        StringBuilder page = new StringBuilder("""
                # Large schemas

                Written by `%s`, never by hand. Tables of 20 columns with 5 indexes and a foreign key each; %s, %d processors.
                *First* is the first reading of the row's database with a comparison, the row of 250 in a JVM that has done neither
                before, *later* the median of %d more. A comparison reads the schema again and finds nothing.
                *The dump* is the median of as many runs of `pg_dump --schema-only` or `mariadb-dump --no-data` in between.
                MariaDB is asked for the definitions of up to 1,000 tables at once, in a compound statement.
                Compare the ratios, not the milliseconds.

                | database | tables | queries | first, ms | later, ms | later, ms for a table | the dump, ms | later, times the dump |
                |---|---|---|---|---|---|---|---|
                """.formatted(
                        COMMAND,
                        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                        Runtime.getRuntime().availableProcessors(),
                        ROUNDS));
        for (TestDatabase product :
                List.of(new PostgresqlDatabase(), new MariadbDatabase(), new H2Database(), new SqliteDatabase())) {
            for (int tables : TABLES) {
                page.append(row(product, tables));
            }
        }
        Path written = Repository.root().resolve("docs/reference/large-schemas.md");
        Files.writeString(written, page);
        assertThat(written).content().contains("| SQLite | 1000 |");
    }

    private String row(TestDatabase product, int tables) throws Exception {
        try (FreshDatabase database =
                product.fresh(Files.createDirectory(scratch.resolve(product.kind() + "" + tables)))) {
            LargeSchema.create(database, tables);
            SchemaDump dump = new SchemaDump(database, product.kind());
            List<Double> times = new ArrayList<>();
            List<Double> dumps = new ArrayList<>();
            int queries = 0;
            long begin = System.nanoTime();
            DatabaseSchema before = inspect(product, database, new CountedQueries());
            assertThat(SchemaDiff.between(before, before).isEmpty()).isTrue();
            double first = (System.nanoTime() - begin) / MILLION;
            assertThat(before.tables()).hasSize(tables);
            for (int round = 0; round < ROUNDS; round++) {
                CountedQueries counted = new CountedQueries();
                long start = System.nanoTime();
                DatabaseSchema after = inspect(product, database, counted);
                assertThat(SchemaDiff.between(before, after).isEmpty()).isTrue();
                times.add((System.nanoTime() - start) / MILLION);
                queries = counted.count();
                dump.millis().ifPresent(dumps::add);
            }
            double later = median(times);
            Optional<Double> dumped = dumps.isEmpty() ? Optional.empty() : Optional.of(median(dumps));
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %.0f | %.0f | %.2f | %s | %s |%n",
                    product.kind().displayName(),
                    tables,
                    queries,
                    first,
                    later,
                    later / tables,
                    dumped.map(ms -> String.format(Locale.ROOT, "%.0f", ms)).orElse(""),
                    dumped.map(ms -> String.format(Locale.ROOT, "%.2f", later / ms))
                            .orElse(""));
        }
    }

    private static DatabaseSchema inspect(TestDatabase product, FreshDatabase database, CountedQueries counted)
            throws Exception {
        SchemaInspector inspector = switch (product.kind()) {
            case POSTGRESQL -> new PostgresqlSchemaInspector();
            case MARIADB, MYSQL -> new MariadbSchemaInspector();
            case H2 -> new H2SchemaInspector();
            case SQLITE -> new SqliteSchemaInspector();
        };
        try (Connection connection = database.connection()) {
            return inspector.inspect(counted.on(connection), Set.of());
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
