package dev.switchback.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.MigrationManager;
import dev.switchback.tck.ComparisonWorkflowContract;
import dev.switchback.tck.SqliteDatabase;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FlywaySqliteComparisonWorkflowContractTest extends ComparisonWorkflowContract {
    FlywaySqliteComparisonWorkflowContractTest() {
        super(new FlywayEngineProvider(), new SqliteDatabase());
    }

    @Test
    void whatLiesBelowTheMarkerOfPlainFlywaysBaselineIsNoDrift() throws SQLException {
        database().execute("CREATE TABLE book (id INTEGER PRIMARY KEY)");
        files().put("V1__book.sql", "CREATE TABLE book (id INTEGER PRIMARY KEY);\n")
                .put("V2__shelf.sql", "CREATE TABLE shelf (id INTEGER PRIMARY KEY);\n");
        try (MigrationManager manager = configure().open()) {
            noDriftAboveAMarker(manager);

            database().execute("CREATE TABLE loan (id INTEGER PRIMARY KEY)");
            assertThat(manager.drift().changes())
                    .singleElement()
                    .satisfies(change -> assertThat(change.name()).isEqualTo("loan"));
        }
    }

    private static void noDriftAboveAMarker(MigrationManager manager) {
        manager.engineCommand(List.of("baseline", "-baselineVersion=1"));
        assertThat(manager.drift().changes()).isEmpty();
        manager.upgrade();
        assertThat(manager.drift().changes()).isEmpty();
    }

    @Test
    void aBaselineMigrationTellsWhatLiesBelowTheMarkerIfNothingElseDoes() throws SQLException {
        database().execute("CREATE TABLE book (id INTEGER PRIMARY KEY)");
        files().put("B1__book.sql", "CREATE TABLE book (id INTEGER PRIMARY KEY);\n")
                .put("V2__shelf.sql", "CREATE TABLE shelf (id INTEGER PRIMARY KEY);\n");
        try (MigrationManager manager = configure().open()) {
            noDriftAboveAMarker(manager);
        }
    }

    /** Plain Flyway marks the rows of files that are gone as deleted, and our history begins behind them. */
    @Test
    void aBaselineMigrationTellsWhatPlainFlywaysRepairHasMarkedAsDeleted() throws Exception {
        files().put("V1__book.sql", "CREATE TABLE book (id INTEGER PRIMARY KEY);\n")
                .put("V2__shelf.sql", "CREATE TABLE shelf (id INTEGER PRIMARY KEY);\n");
        try (MigrationManager manager = configure().open()) {
            manager.upgrade();
            Files.delete(files().path().resolve("V1__book.sql"));
            files().put("B1__book.sql", "CREATE TABLE book (id INTEGER PRIMARY KEY);\n");
            assertThat(manager.drift().changes()).isEmpty();
            manager.engineCommand(List.of("repair"));
            assertThat(manager.drift().changes()).isEmpty();
            assertThat(manager.check().ok()).isTrue();
        }
    }

    /** Where both are there, the tables are not made twice. */
    @Test
    void aBaselineMigrationBesideTheFilesItStandsForTellsNothingMore() throws SQLException {
        database().execute("CREATE TABLE book (id INTEGER PRIMARY KEY)");
        files().put("V1__book.sql", "CREATE TABLE book (id INTEGER PRIMARY KEY);\n")
                .put("B1__book.sql", "CREATE TABLE book (id INTEGER PRIMARY KEY);\n");
        try (MigrationManager manager = configure().open()) {
            manager.engineCommand(List.of("baseline", "-baselineVersion=1"));
            assertThat(manager.drift().changes()).isEmpty();
        }
    }
}
