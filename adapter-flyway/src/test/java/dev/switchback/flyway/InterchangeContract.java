package dev.switchback.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.MigrationState;
import dev.switchback.api.model.Problem;
import dev.switchback.api.model.RepairAction;
import dev.switchback.api.model.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plain Flyway and Switchback take turns on one database and one folder. */
abstract class InterchangeContract {

    private final DatabaseKind kind;

    @TempDir
    Path temp;

    InterchangeContract(DatabaseKind kind) {
        this.kind = kind;
    }

    TestDatabase database() {
        return TestDatabase.in(temp, kind);
    }

    TestFolder folder() {
        TestFolder folder = new TestFolder(temp.resolve("migrations"));
        folder.placeholders().put("who", "Zoë");
        return folder;
    }

    Flyway plain() {
        return database().plain(folder());
    }

    MigrationManager manager() {
        Switchback.Builder builder = Switchback.configure()
                .databaseUrl(database().url())
                .engine("flyway")
                .dirs(folder().path().toString())
                .set(ConfigKey.PLACEHOLDERS_ENABLED, "true")
                .placeholder("who", "Zoë");
        return kind == DatabaseKind.H2 ? builder.set(ConfigKey.USERNAME, "sa").open() : builder.open();
    }

    @BeforeEach
    void writeMigrations() throws Exception {
        folder().add("V1__create_author.sql", "CREATE TABLE author (id INT PRIMARY KEY, name VARCHAR(80));\r\n")
                .add("U1__create_author.sql", "DROP TABLE author;\n")
                .add("V1.9__add.sql", "\uFEFF-- größer\nINSERT INTO author VALUES (1, 'a;b');\n")
                .add("U1.9__add.sql", "DELETE FROM author;\n")
                .add(
                        "V1.10__create_loan.sql",
                        "CREATE TABLE loan (id INT PRIMARY KEY);\nCREATE INDEX li ON loan (id);\n")
                .add("U1.10__create_loan.sql", "DROP TABLE loan;\n")
                .add(
                        "R__authors.sql",
                        "DROP VIEW IF EXISTS authors;\nCREATE VIEW authors AS SELECT '${who}' AS who;\n");
    }

    @Test
    void plainFlywayHasNothingToDoAfterAnUpgrade() throws Exception {
        try (MigrationManager manager = manager()) {
            assertThat(manager.upgrade(Target.head()).executed()).hasSize(4);
        }

        assertThat(plain().validateWithResult().getAllErrorMessages()).isEmpty();
        assertThat(plain().migrate().migrationsExecuted).isZero();
        assertThat(database().query("SELECT who FROM authors")).containsExactly("Zoë");
    }

    @Test
    void plainFlywayAppliesAgainWhatADowngradeReverted() throws Exception {
        try (MigrationManager manager = manager()) {
            manager.upgrade(Target.head());
            assertThat(manager.downgrade(Target.parse("-2")).executed()).hasSize(2);
            assertThat(plain().migrate().migrationsExecuted).isEqualTo(3);

            assertThat(manager.check().ok()).isTrue();
            assertThat(manager.upgrade(Target.head()).executed()).isEmpty();
            assertThat(manager.history())
                    .extracting(AppliedMigration::script)
                    .containsExactly(
                            "V1__create_author.sql", "V1.9__add.sql", "V1.10__create_loan.sql", "R__authors.sql");
        }
    }

    @Test
    void nothingIsToDoAfterPlainFlyway() throws Exception {
        plain().migrate();

        try (MigrationManager manager = manager()) {
            assertThat(manager.status().migrations())
                    .hasSize(4)
                    .allMatch(status -> status.state() == MigrationState.APPLIED);
            assertThat(manager.upgrade(Target.head()).executed()).isEmpty();
            assertThat(manager.downgrade(Target.base()).executed()).hasSize(3);
        }
        assertThat(plain().migrate().migrationsExecuted).isEqualTo(4);
        assertThat(plain().validateWithResult().getAllErrorMessages()).isEmpty();
    }

    @Test
    void takesTurnsWithPlainFlyway() throws Exception {
        try (MigrationManager manager = manager()) {
            for (int round = 0; round < 3; round++) {
                manager.upgrade(Target.parse("1.9"));
                assertThat(plain().migrate().migrationsExecuted).isEqualTo(2);
                assertThat(manager.check().ok()).isTrue();
                manager.downgrade(Target.base());
                assertThat(manager.current()).isEmpty();
            }
            manager.upgrade(Target.head());
        }
        assertThat(plain().validateWithResult().getAllErrorMessages()).isEmpty();
    }

    @Test
    void plainFlywayAcceptsAStamp() throws Exception {
        try (MigrationManager manager = manager()) {
            manager.stamp(Target.head());
        }

        assertThat(plain().validateWithResult().getAllErrorMessages()).isEmpty();
        assertThat(plain().migrate().migrationsExecuted).isZero();
    }

    @Test
    void bothNoticeAnEditAndAcceptItsRepair() throws Exception {
        try (MigrationManager manager = manager()) {
            manager.upgrade(Target.head());
            folder().add("V1__create_author.sql", "CREATE TABLE author (id INT PRIMARY KEY, name VARCHAR(90));\n");
            assertThat(manager.check().ok()).isFalse();
            assertThat(plain().validateWithResult().validationSuccessful).isFalse();

            manager.repair(new RepairAction.UpdateChecksum("1"));
            assertThat(manager.check().ok()).isTrue();
            assertThat(plain().validateWithResult().getAllErrorMessages()).isEmpty();
        }
    }

    @Test
    void bothNoticeARenamingAndAcceptItsRepair() throws Exception {
        try (MigrationManager manager = manager()) {
            manager.upgrade(Target.head());
            Path file = folder().path().resolve("V1.9__add.sql");
            Path sameForFlyway =
                    Files.createDirectories(folder().path().resolve("sub")).resolve("V1.09__add.sql");
            Files.move(file, sameForFlyway);
            assertThat(manager.check().problems()).isEmpty();
            assertThat(plain().validateWithResult().getAllErrorMessages()).isEmpty();

            Files.move(sameForFlyway, sameForFlyway.resolveSibling("V1.9__fill.sql"));
            assertThat(manager.check().problems()).extracting(Problem::kind).containsExactly(Problem.Kind.RENAMED);
            assertThat(plain().validateWithResult().getAllErrorMessages()).contains("description mismatch");

            assertThat(manager.repair(new RepairAction.UpdateChecksum("1.9")).changes())
                    .anyMatch(change -> change.contains("sub/V1.9__fill.sql"));
            assertThat(manager.check().ok()).isTrue();
            assertThat(database().query("SELECT \"script\" FROM \"flyway_schema_history\" WHERE \"version\" = '1.9'"))
                    .containsExactly("sub/V1.9__fill.sql");
            assertThat(plain().validateWithResult().getAllErrorMessages()).isEmpty();
        }
    }

    @Test
    void bothRunARepeatableMigrationAgainThatChanged() throws Exception {
        try (MigrationManager manager = manager()) {
            manager.upgrade(Target.head());
            folder().add("R__authors.sql", "DROP VIEW IF EXISTS authors;\nCREATE VIEW authors AS SELECT 2 AS who;\n");
            assertThat(manager.upgrade(Target.head()).executed()).hasSize(1);
            assertThat(plain().migrate().migrationsExecuted).isZero();

            folder().add("R__authors.sql", "DROP VIEW IF EXISTS authors;\nCREATE VIEW authors AS SELECT 3 AS who;\n");
            assertThat(plain().migrate().migrationsExecuted).isEqualTo(1);
            assertThat(manager.upgrade(Target.head()).executed()).isEmpty();
        }
    }

    /** Upgrades to a migration that fails at its second statement, the first of which changed the schema. */
    void failHalfWay(MigrationManager manager) throws Exception {
        folder().add("V2__bad.sql", "CREATE TABLE half (id INT);\nINSERT INTO nowhere VALUES (1);\n");
        assertThatThrownBy(() -> manager.upgrade(Target.head())).isInstanceOf(MigrationFailedException.class);
    }

    /** Corrects the migration and lets plain Flyway run it. */
    void plainFlywayGoesOn() throws Exception {
        folder().add("V2__bad.sql", "CREATE TABLE half (id INT);\n");
        // and the repeatable one, which did not get its turn
        assertThat(plain().migrate().migrationsExecuted).isEqualTo(2);
        assertThat(plain().validateWithResult().getAllErrorMessages()).isEmpty();
    }
}
