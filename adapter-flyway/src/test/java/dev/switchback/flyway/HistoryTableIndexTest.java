package dev.switchback.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.H2Database;
import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where each statement commits, Flyway can leave its table without the index that it makes after it. */
final class HistoryTableIndexTest {

    private static final String TABLE = "flyway_schema_history";

    @TempDir
    private Path folder;

    static Stream<TestDatabase> products() {
        return Stream.of(new H2Database(), new MariadbDatabase());
    }

    @ParameterizedTest
    @MethodSource("products")
    void isMadeWhileNothingIsRecorded(TestDatabase product) throws Exception {
        Path migrations = Files.createDirectory(folder.resolve("migrations"));
        try (FreshDatabase database = product.fresh(folder)) {
            Flyway.configure()
                    .dataSource(database.dataSource())
                    .locations("filesystem:" + migrations)
                    .load()
                    .migrate();
            assertThat(indexed(database)).contains("success");
            database.execute(
                    product instanceof H2Database
                            ? "DROP INDEX \"flyway_schema_history_s_idx\""
                            : "DROP INDEX flyway_schema_history_s_idx ON flyway_schema_history");
            assertThat(indexed(database)).doesNotContain("success");

            Files.writeString(migrations.resolve("V1__book.sql"), "CREATE TABLE book (id INTEGER);\n");
            try (MigrationManager manager = Switchback.configure()
                    .databaseUrl(database.url())
                    .baseDir(folder)
                    .engine("flyway")
                    .open()) {
                manager.upgrade();
            }

            assertThat(indexed(database)).contains("success");
        }
    }

    private static Set<String> indexed(FreshDatabase database) throws SQLException {
        Set<String> columns = new HashSet<>();
        try (Connection connection = database.connection();
                ResultSet rows = connection
                        .getMetaData()
                        .getIndexInfo(connection.getCatalog(), connection.getSchema(), TABLE, false, false)) {
            while (rows.next()) {
                columns.add(rows.getString("COLUMN_NAME"));
            }
        }
        return columns;
    }
}
