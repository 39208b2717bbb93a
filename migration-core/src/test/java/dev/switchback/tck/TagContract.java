package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.error.InvalidTargetException;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.Target;
import dev.switchback.core.port.EngineProvider;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tags, which the engine's own command sets, as targets: for the engines that have them. */
public abstract class TagContract extends WorkflowContract {

    private static final Target TAG = Target.parse("@v1");
    private static final String VIEW = "DELETE FROM t1 WHERE id = 7;\n";

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on
     */
    protected TagContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    /** Versions 1 and 2, then the tag, then version 3. */
    private void taggedAtTwo(MigrationManager manager) {
        files().write(Scenario.linear().before());
        manager.upgrade(Target.parse("2"));
        manager.engineCommand(List.of("tag", "v1"));
        manager.upgrade();
    }

    private static List<String> tagged(MigrationManager manager) {
        return manager.history().stream()
                .filter(row -> row.tags().contains("v1"))
                .map(AppliedMigration::label)
                .toList();
    }

    @Test
    void aTagStandsForTheStateInWhichItWasSet() throws SQLException {
        try (MigrationManager manager = open()) {
            taggedAtTwo(manager);
            assertThat(tagged(manager)).contains("2").doesNotContain("3");
            assertThat(manager.locate(Target.parse("@V1"))).contains(MigrationVersion.of("2"));
            assertThat(labels(manager.downgrade(TAG))).containsExactly("3");
            assertThat(database().tables()).contains("t2").doesNotContain("t3");
            assertThat(tagged(manager)).contains("2");
            assertThat(manager.upgrade(TAG).changedAnything()).isFalse();
            manager.upgrade();
            assertThatExceptionOfType(InvalidTargetException.class)
                    .isThrownBy(() -> manager.upgrade(TAG))
                    .withMessageContaining("below the current version 3");
            assertThat(manager.stamp(TAG).to()).contains(MigrationVersion.of("2"));
            assertThat(manager.current()).contains(MigrationVersion.of("2"));
            assertThat(manager.stampAfresh(TAG).to()).contains(MigrationVersion.of("2"));
            assertThat(history(manager))
                    .containsExactly(
                            "1 V1 'create t1' V1__create_t1.sql APPLIED", "2 V2 'create t2' V2__create_t2.sql APPLIED");
        }
    }

    /** The tag is on the row of the repeatable migration, which moves to the end when it runs again. */
    @Test
    void aTagStaysWhereItWasSetWhenTheRepeatableMigrationThatHasItRunsAgain() {
        files().write(Scenario.linear().before().subList(0, 2));
        files().put("R__view.sql", VIEW);
        try (MigrationManager manager = open()) {
            manager.upgrade();
            manager.engineCommand(List.of("tag", "v1"));
            files().write(Scenario.linear().before());
            files().put("R__view.sql", VIEW + VIEW);
            assertThat(labels(manager.upgrade())).containsExactly("3", "R view");
            assertThat(tagged(manager)).contains("2").doesNotContain("3", "R view");
            assertThat(manager.locate(TAG)).contains(MigrationVersion.of("2"));
            assertThat(manager.engineCommand(List.of("tag-exists", "v1")).text())
                    .contains("already exists");
        }
    }

    /** And on the way down it is forgotten. */
    @Test
    void aTagOutlivesTheRepeatableMigrationThatHasIt() {
        files().write(Scenario.linear().before().subList(0, 2));
        files().put("R__view.sql", VIEW);
        try (MigrationManager manager = open()) {
            manager.upgrade();
            manager.engineCommand(List.of("tag", "v1"));
            files().write(Scenario.linear().before());
            files().put("R__view.sql", VIEW);
            manager.upgrade();
            assertThat(labels(manager.downgrade(TAG))).containsExactly("3");
            assertThat(tagged(manager)).contains("2").doesNotContain("R view");
            assertThat(manager.locate(TAG)).contains(MigrationVersion.of("2"));
            assertThat(labels(manager.upgrade())).containsExactly("3", "R view");
            assertThat(manager.locate(TAG)).contains(MigrationVersion.of("2"));
        }
    }
}
