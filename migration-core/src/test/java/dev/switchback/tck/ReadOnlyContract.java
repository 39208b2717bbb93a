package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.health.HealthStatus;
import dev.switchback.api.health.MigrationHealth;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.Target;
import dev.switchback.core.port.EngineProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reading writes nothing: no table, no file, no byte. With every engine. */
public abstract class ReadOnlyContract extends WorkflowContract {

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on
     */
    protected ReadOnlyContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    private static void readEverything(MigrationManager manager) {
        assertThat(manager.status().engine()).isEqualTo(manager.engine());
        assertThat(manager.check().files()).isPositive();
        assertThat(manager.current().map(Object::toString).orElse("none")).isNotEmpty();
        assertThat(manager.plan(Direction.UP, Target.head()).direction()).isEqualTo(Direction.UP);
        assertThat(manager.plan(Direction.DOWN, Target.base()).steps())
                .hasSize(manager.history().size());
        assertThat(manager.lockStatus().held()).isFalse();
        assertThat(MigrationHealth.of(manager).check().status()).isIn(HealthStatus.UP, HealthStatus.PENDING);
    }

    private List<String> everyFile() throws IOException {
        try (Stream<Path> files = Files.walk(folder())) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    @Test
    void aDatabaseThatDoesNotExistIsNotCreated() throws Exception {
        files().write(Scenario.linear().before());
        List<String> before = everyFile();
        try (MigrationManager manager = open()) {
            readEverything(manager);
            assertThat(manager.status().database().exists()).isEqualTo(product().can(DatabaseAbility.SERVER));
            assertThat(states(manager.status().pending()))
                    .containsExactly(
                            "V1__create_t1.sql PENDING", "V2__create_t2.sql PENDING", "V3__create_t3.sql PENDING");
            assertThat(manager.history()).isEmpty();
            assertThat(manager.current()).isEmpty();
        }
        assertUntouched();
        assertThat(everyFile()).isEqualTo(before);
    }

    @Test
    void anEmptyDatabaseStaysEmpty() throws SQLException {
        files().write(Scenario.linear().before());
        database().execute("CREATE TABLE t (id INTEGER PRIMARY KEY)");
        database().execute("DROP TABLE t");
        String before = database().snapshot();
        try (MigrationManager manager = open()) {
            readEverything(manager);
            assertThat(manager.status().database().exists()).isTrue();
        }
        assertThat(database().snapshot()).isEqualTo(before);
        assertThat(database().tables()).isEmpty();
    }

    @Test
    void anAppliedDatabaseKeepsEveryByte() throws Exception {
        applied(Scenario.linear());
        files().write(Scenario.linear(5).before());
        String before = database().snapshot();
        List<String> filesBefore = everyFile();
        try (MigrationManager manager = open()) {
            readEverything(manager);
            assertThat(manager.status().pending()).hasSize(2);
        }
        assertThat(database().snapshot()).isEqualTo(before);
        assertThat(everyFile()).isEqualTo(filesBefore);
    }

    @Test
    void readingTakesNoLock() throws SQLException {
        applied(Scenario.linear());
        int before = events().size();
        try (MigrationManager manager = open()) {
            readEverything(manager);
        }
        assertThat(events()).hasSize(before);
        assertThat(database().idle()).isTrue();
    }

    @Test
    void readingPrintsNothing() {
        applied(Scenario.linear());
        try (Output output = Output.capture();
                MigrationManager manager = open()) {
            readEverything(manager);
            assertThat(output.text()).isEmpty();
        }
    }
}
