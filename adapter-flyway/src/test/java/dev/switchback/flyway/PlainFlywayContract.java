package dev.switchback.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.core.domain.MigrationScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After anything we do, plain Flyway on the same folder agrees, and the other way round. */
abstract class PlainFlywayContract {

    private static final int ALL = 7;
    private static final int VERSIONED = 6;

    private final DatabaseKind kind;

    @TempDir
    Path temp;

    PlainFlywayContract(DatabaseKind kind) {
        this.kind = kind;
    }

    private TestDatabase database() {
        return TestDatabase.in(temp, kind);
    }

    private TestFolder folder() {
        TestFolder folder = new TestFolder(temp.resolve("migrations"));
        folder.placeholders().put("who", "Zoë");
        return folder;
    }

    @BeforeEach
    void writeMigrations() throws Exception {
        folder().add("V1__create_author.sql", "-- first\nCREATE TABLE author (id INT PRIMARY KEY, name VARCHAR(80));\n")
                .add("U1__create_author.sql", "DROP TABLE author;\n")
                .add(
                        "V1_1__with_cr.sql",
                        "INSERT INTO author VALUES (1, 'a;b');\r\nINSERT INTO author VALUES (2, 'c');\r\n")
                .add("U1_1__with_cr.sql", "DELETE FROM author;\n")
                .add("V2.10__bom_and_non_ascii.sql", "\uFEFFINSERT INTO author VALUES (3, 'Günter ß 日本');\n")
                .add("U2.10__bom_and_non_ascii.sql", "DELETE FROM author WHERE id = 3;\n")
                .add(
                        "V2.9__before_ten.sql",
                        "CREATE TABLE book (id INT PRIMARY KEY);\n\n\nCREATE INDEX bi ON book (id)")
                .add("U2.9__before_ten.sql", "DROP TABLE book;\n")
                .add("V0003__comments_only.sql", "-- nothing to do\n")
                .add("U0003__comments_only.sql", "-- nothing to undo\n")
                .add("V20261123071500__timestamp.sql", "CREATE TABLE loan (id INT PRIMARY KEY);\n")
                .add("U20261123071500__timestamp.sql", "DROP TABLE loan;\n")
                .add(
                        "R__authors.sql",
                        "DROP VIEW IF EXISTS authors;\nCREATE VIEW authors AS SELECT '${who}' AS who;\n");
    }

    @Test
    void plainFlywayFindsNothingToDoAfterOurUpgrade() throws Exception {
        database().up(folder().scripts());

        Flyway plain = database().plain(folder());
        assertThat(plain.validateWithResult().getAllErrorMessages()).isEmpty();
        assertThat(plain.migrate().migrationsExecuted).isZero();
        assertThat(plain.info().all())
                .hasSize(ALL)
                .allSatisfy(info -> assertThat(info.getState().getDisplayName())
                        .as(info.getScript())
                        .isEqualTo("Success"));
    }

    @Test
    void writesTheRowsThatPlainFlywayWrites() throws Exception {
        database().up(folder().scripts());

        TestDatabase other = TestDatabase.in(Files.createDirectory(temp.resolve("other")), kind);
        other.plain(folder()).migrate();
        assertThat(database().rows()).hasSize(ALL).isEqualTo(other.rows());
    }

    @Test
    void plainFlywayAppliesAgainWhatWeReverted() throws Exception {
        database().up(folder().scripts());
        database().down(folder(), 2);

        Flyway plain = database().plain(folder());
        assertThat(states(plain))
                .containsExactlyInAnyOrder(
                        "1 Success",
                        "1.1 Success",
                        "2.9 Success",
                        "2.10 Success",
                        "0003 Deleted",
                        "20261123071500 Deleted",
                        "null Deleted",
                        "null Success",
                        "0003 Pending",
                        "20261123071500 Pending",
                        "null Pending");
        assertThat(plain.migrate().migrationsExecuted).isEqualTo(3);
        assertThat(database().historyLines())
                .hasSize(ALL)
                .endsWith("V0003__comments_only.sql", "V20261123071500__timestamp.sql", "R__authors.sql");
        assertThat(plain.validateWithResult().getAllErrorMessages()).isEmpty();
    }

    @Test
    void goesDownToNothingAndUpAgainManyTimes() throws Exception {
        for (int i = 0; i < 3; i++) {
            database().up(folder().scripts());
            assertThat(database().historyLines()).hasSize(ALL);
            database().down(folder(), VERSIONED);
            assertThat(database().historyLines()).isEmpty();
        }

        assertThat(database().plain(folder()).migrate().migrationsExecuted).isEqualTo(ALL);
        assertThat(database().historyLines()).hasSize(ALL);
    }

    @Test
    void readsWhatPlainFlywayApplied() throws Exception {
        database().plain(folder()).migrate();

        List<AppliedMigration> history = database().history();
        MigrationInfo[] infos = database().plain(folder()).info().applied();
        assertThat(history).hasSameSizeAs(infos).hasSize(ALL);
        for (int i = 0; i < infos.length; i++) {
            AppliedMigration ours = history.get(i);
            assertThat(ours.order()).isEqualTo(i + 1);
            assertThat(ours.script()).isEqualTo(infos[i].getScript());
            assertThat(ours.description()).isEqualTo(infos[i].getDescription());
            assertThat(String.valueOf(ours.version().orElse(null))).isEqualTo(String.valueOf(infos[i].getVersion()));
            assertThat(ours.checksum()).contains(String.valueOf(infos[i].getChecksum()));
            assertThat(ours.appliedAt())
                    .hasValueSatisfying(when -> assertThat(when)
                            .isBetween(
                                    Instant.now().minusSeconds(60),
                                    Instant.now().plusSeconds(2)));
        }
    }

    @Test
    void revertsWhatPlainFlywayApplied() throws Exception {
        database().plain(folder()).migrate();
        database().down(folder(), VERSIONED);

        assertThat(database().historyLines()).isEmpty();
        assertThat(database().plain(folder()).migrate().migrationsExecuted).isEqualTo(ALL);
    }

    @Test
    void plainFlywayAcceptsAStampedDatabaseThatIsNotEmpty() throws Exception {
        database().execute("CREATE TABLE author (id INT PRIMARY KEY)");
        List<MigrationScript> scripts = folder().scripts();
        database().write((store, connection) -> store.stamp(connection, scripts));

        Flyway plain = database().plain(folder());
        assertThat(plain.validateWithResult().getAllErrorMessages()).isEmpty();
        assertThat(plain.migrate().migrationsExecuted).isZero();
        assertThat(database().historyLines()).hasSize(ALL);
    }

    @Test
    void plainFlywayAcceptsABaselineMigrationAndItsRemoval() throws Exception {
        folder().add("B2.10__all.sql", "CREATE TABLE author (id INT PRIMARY KEY, name VARCHAR(80));\n");
        MigrationScript baseline = folder().script("B2.10__all.sql");
        database().up(List.of(baseline));
        database().up(folder().scripts().subList(4, ALL));

        Flyway plain = database().plain(folder());
        assertThat(plain.validateWithResult().getAllErrorMessages()).isEmpty();
        assertThat(plain.migrate().migrationsExecuted).isZero();
        assertThat(database().historyLines()).hasSize(4).startsWith("B2.10__all.sql");

        database().execute("DROP TABLE author");
        database().execute("DROP TABLE loan");
        List<AppliedMigration> history = database().history();
        database().write((store, connection) -> store.forget(connection, history));
        assertThat(database().historyLines()).isEmpty();
        assertThat(plain.migrate().migrationsExecuted).isEqualTo(4);
    }

    @Test
    void readsAndForgetsTheMarkerOfPlainFlywaysBaseline() throws Exception {
        Flyway.configure()
                .configuration(database().plain(folder()).getConfiguration())
                .baselineVersion("2.10")
                .load()
                .baseline();
        assertThat(database().historyLines()).containsExactly("<< Flyway Baseline >> BASELINE");

        List<AppliedMigration> history = database().history();
        database().write((store, connection) -> store.forget(connection, history));
        assertThat(database().plain(folder()).migrate().migrationsExecuted).isEqualTo(ALL);
    }

    @Test
    void neverRemovesTheSameApplicationTwice() throws Exception {
        database().up(folder().scripts());
        List<AppliedMigration> history = database().history();
        List<AppliedMigration> last = history.subList(ALL - 2, ALL);
        database().write((store, connection) -> store.forget(connection, last));
        database().write((store, connection) -> store.forget(connection, last));

        assertThat(database().historyLines()).hasSize(ALL - 2);
        assertThat(states(database().plain(folder()))).contains("20261123071500 Pending", "null Pending");
    }

    @Test
    void plainFlywayAcceptsAnUpdatedChecksum() throws Exception {
        database().up(folder().scripts());
        folder().add("V1__create_author.sql", "CREATE TABLE author (id INT PRIMARY KEY, name VARCHAR(99));\n");
        assertThat(database().plain(folder()).validateWithResult().validationSuccessful)
                .isFalse();

        MigrationScript edited = folder().script("V1__create_author.sql");
        AppliedMigration first = database().history().get(0);
        database().write((store, connection) -> store.updateChecksum(connection, edited, first));
        assertThat(database().plain(folder()).validateWithResult().getAllErrorMessages())
                .isEmpty();
    }

    private static List<String> states(Flyway plain) {
        return Arrays.stream(plain.info().all())
                .map(info -> info.getVersion() + " " + info.getState().getDisplayName())
                .toList();
    }
}
