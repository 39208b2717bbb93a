package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.port.ChecksumMatch;
import dev.switchback.core.port.Engine;
import dev.switchback.core.port.EngineProvider;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the history of every engine does. */
public abstract class SchemaVersionStoreContract extends EngineContract {

    private static final List<String> LINEAR = List.of(
            "1 V1 'create t1' V1__create_t1.sql APPLIED",
            "2 V2 'create t2' V2__create_t2.sql APPLIED",
            "3 V3 'create t3' V3__create_t3.sql APPLIED");

    private final List<MigrationScript> linear = build(Scenario.linear().before());

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on
     */
    protected SchemaVersionStoreContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    private void stamp(Engine engine, List<MigrationScript> scripts) throws SQLException {
        create(engine);
        inTransaction(connection -> engine.store().stamp(connection, scripts));
    }

    private boolean exists(Engine engine) throws SQLException {
        try (Connection connection = database().connection()) {
            return engine.store().exists(connection);
        }
    }

    @Test
    void freshDatabaseHasNoHistory() throws SQLException {
        try (Engine engine = open()) {
            assertThat(exists(engine)).isFalse();
            assertThat(history(engine)).isEmpty();
        }
    }

    @Test
    void readingCreatesNothing() throws SQLException {
        database().execute("CREATE TABLE other (id INTEGER PRIMARY KEY)");
        String before = database().snapshot();
        try (Engine engine = open()) {
            exists(engine);
            history(engine);
        }
        assertThat(database().snapshot()).isEqualTo(before);
    }

    @Test
    void readingAnAppliedHistoryWritesNothing() throws SQLException {
        try (Engine engine = open()) {
            stamp(engine, linear);
            String before = database().snapshot();
            exists(engine);
            history(engine);
            assertThat(database().snapshot()).isEqualTo(before);
        }
    }

    @Test
    void createdHistoryExistsAndIsEmpty() throws SQLException {
        try (Engine engine = open()) {
            create(engine);
            assertThat(exists(engine)).isTrue();
            assertThat(history(engine)).isEmpty();
        }
    }

    @Test
    void creatingAgainKeepsTheHistory() throws SQLException {
        try (Engine engine = open()) {
            stamp(engine, linear);
            create(engine);
            assertThat(lines(engine)).isEqualTo(LINEAR);
        }
    }

    @Test
    void anotherTableIsNotTakenForTheHistory() throws SQLException {
        String name = provider().info().historyTable();
        database().execute("CREATE TABLE " + name + "_old (id INTEGER PRIMARY KEY)");
        try (Engine engine = open()) {
            assertThat(exists(engine)).isFalse();
        }
    }

    @Test
    void stampRecordsInOrderWithoutRunningAnything() throws SQLException {
        try (Engine engine = open()) {
            stamp(engine, linear);
            assertThat(lines(engine)).isEqualTo(LINEAR);
        }
        assertThat(database().tables()).doesNotContain("t1", "t2", "t3");
    }

    @Test
    void historySurvivesReopen() throws SQLException {
        List<AppliedMigration> first;
        try (Engine engine = open()) {
            stamp(engine, linear);
            first = history(engine);
        }
        try (Engine engine = open()) {
            assertThat(history(engine)).isEqualTo(first);
        }
    }

    @Test
    void historyIsInAppliedOrderNotInVersionOrder() throws SQLException {
        try (Engine engine = open()) {
            stamp(engine, List.of(linear.get(2)));
            stamp(engine, List.of(linear.get(0), linear.get(1)));
            assertThat(lines(engine))
                    .containsExactly(
                            "1 V3 'create t3' V3__create_t3.sql APPLIED",
                            "2 V1 'create t1' V1__create_t1.sql APPLIED",
                            "3 V2 'create t2' V2__create_t2.sql APPLIED");
        }
    }

    @Test
    void keepsDottedVersionsAsWritten() throws SQLException {
        try (Engine engine = open()) {
            stamp(engine, build(Scenario.dotted().before()));
            assertThat(lines(engine))
                    .containsExactly(
                            "1 V1 'create t1' V1__create_t1.sql APPLIED",
                            "2 V1.1 'create t1 1' V1.1__create_t1_1.sql APPLIED",
                            "3 V1.10 'create t1 10' V1.10__create_t1_10.sql APPLIED",
                            "4 V2 'create t2' V2__create_t2.sql APPLIED");
        }
    }

    @Test
    void keepsNonAsciiDescriptions() throws SQLException {
        try (Engine engine = open()) {
            stamp(engine, build(Scenario.nonAscii().before()));
            assertThat(lines(engine))
                    .containsExactly(
                            "1 V1 'größe 測試' V1__größe_測試.sql APPLIED", "2 V2 'create t2' V2__create_t2.sql APPLIED");
        }
    }

    @Test
    void keepsTheLongestVersionThereIs() throws SQLException {
        String version = "20261123071500".repeat(3) + "12345678";
        Scripts longest = Scripts.versioned(version, "longest", "CREATE TABLE t (id INTEGER);");
        try (Engine engine = open()) {
            stamp(engine, build(List.of(longest)));
            assertThat(lines(engine))
                    .containsExactly("1 V" + version + " 'longest' V" + version + "__longest.sql APPLIED");
        }
    }

    @Test
    void keepsRepeatablesWithoutAVersion() throws SQLException {
        try (Engine engine = open()) {
            stamp(engine, build(Scenario.repeatable().before()));
            assertThat(lines(engine))
                    .containsExactly(
                            "1 V1 'create t1' V1__create_t1.sql APPLIED",
                            "2 V2 'create t2' V2__create_t2.sql APPLIED",
                            "3 R 'names' R__names.sql APPLIED");
        }
    }

    @Test
    void tellsWhenAndByWhom() throws SQLException {
        try (Engine engine = open()) {
            stamp(engine, linear);
            for (AppliedMigration row : history(engine)) {
                assertThat(Duration.between(row.appliedAt().orElseThrow(), Instant.now()))
                        .isBetween(Duration.ofMinutes(-5), Duration.ofMinutes(5));
                assertThat(row.appliedBy().orElse(database().user()))
                        .as("who applied it, if the engine records that")
                        .isEqualToIgnoringCase(database().user());
            }
        }
    }

    @Test
    void writingLeavesTheCommitToTheCaller() throws SQLException {
        try (Engine engine = open()) {
            stamp(engine, linear.subList(0, 1));
            try (Connection connection = database().connection()) {
                connection.setAutoCommit(false);
                engine.store().stamp(connection, linear.subList(1, 3));
                engine.store()
                        .forget(
                                connection,
                                List.of(engine.store().read(connection).get(0)));
                connection.rollback();
                connection.setAutoCommit(true);
            }
            assertThat(lines(engine)).isEqualTo(LINEAR.subList(0, 1));
        }
    }

    @Test
    void forgottenMigrationsAreGoneAndTheOthersStay() throws SQLException {
        try (Engine engine = open()) {
            stamp(engine, linear);
            AppliedMigration second = row(engine, "V2__create_t2.sql");
            inTransaction(connection -> engine.store().forget(connection, List.of(second)));
            assertThat(lines(engine))
                    .containsExactly(
                            "1 V1 'create t1' V1__create_t1.sql APPLIED", "2 V3 'create t3' V3__create_t3.sql APPLIED");
        }
    }

    @Test
    void forgottenMigrationsCanBeRecordedAgain() throws SQLException {
        try (Engine engine = open()) {
            stamp(engine, linear);
            List<AppliedMigration> all = history(engine);
            inTransaction(connection -> engine.store().forget(connection, all));
            assertThat(history(engine)).isEmpty();
            stamp(engine, linear);
            assertThat(lines(engine)).isEqualTo(LINEAR);
        }
    }

    @Test
    void forgottenRepeatablesCanBeRecordedAgain() throws SQLException {
        try (Engine engine = open()) {
            List<MigrationScript> scripts = build(Scenario.repeatable().before());
            stamp(engine, scripts);
            AppliedMigration names = row(engine, "R__names.sql");
            inTransaction(connection -> engine.store().forget(connection, List.of(names)));
            assertThat(lines(engine)).noneMatch(line -> line.contains("R__names.sql"));
            stamp(engine, scripts.subList(2, 3));
            assertThat(lines(engine)).last().isEqualTo("3 R 'names' R__names.sql APPLIED");
        }
    }

    @Test
    void forgettingNothingChangesNothing() throws SQLException {
        try (Engine engine = open()) {
            stamp(engine, linear);
            inTransaction(connection -> engine.store().forget(connection, List.of()));
            assertThat(lines(engine)).isEqualTo(LINEAR);
        }
    }

    @Test
    void anUnchangedFileMatches() throws SQLException {
        try (Engine engine = open()) {
            List<MigrationScript> scripts = build(Scenario.repeatable().before());
            stamp(engine, scripts);
            for (MigrationScript script : scripts) {
                assertThat(engine.store().compare(script, row(engine, script.script())))
                        .as(script.script())
                        .isEqualTo(ChecksumMatch.MATCHES);
            }
        }
    }

    @Test
    void anEditedFileDiffers() throws SQLException {
        MigrationScript edited = Scenario.changedAfterApply().after().get(1).build();
        MigrationScript editedView = Scenario.repeatable().after().get(2).build();
        try (Engine engine = open()) {
            stamp(engine, build(Scenario.repeatable().before()));
            assertThat(engine.store().compare(edited, row(engine, edited.script())))
                    .isEqualTo(ChecksumMatch.DIFFERS);
            assertThat(engine.store().compare(editedView, row(engine, editedView.script())))
                    .isEqualTo(ChecksumMatch.DIFFERS);
        }
    }

    @Test
    void updatedChecksumMatchesTheEditedFile() throws SQLException {
        MigrationScript edited = Scenario.changedAfterApply().after().get(1).build();
        try (Engine engine = open()) {
            stamp(engine, linear);
            AppliedMigration before = row(engine, edited.script());
            inTransaction(connection -> engine.store().updateChecksum(connection, edited, before));
            assertThat(engine.store().compare(edited, row(engine, edited.script())))
                    .isEqualTo(ChecksumMatch.MATCHES);
            assertThat(engine.store().compare(linear.get(1), row(engine, edited.script())))
                    .isEqualTo(ChecksumMatch.DIFFERS);
            assertThat(lines(engine)).isEqualTo(LINEAR);
        }
    }
}
