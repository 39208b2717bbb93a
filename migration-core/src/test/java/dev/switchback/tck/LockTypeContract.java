package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.error.MigrationLockException;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.model.LockHolder;
import dev.switchback.api.model.LockStatus;
import dev.switchback.api.model.RunResult;
import dev.switchback.api.model.Target;
import dev.switchback.core.port.EngineProvider;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The setting {@code lock.type}: what fits does what {@code auto} does, what does not is refused, none is none. */
@Timeout(120)
public abstract class LockTypeContract extends WorkflowContract {

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on
     */
    protected LockTypeContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    private boolean embedded() {
        return EnumSet.of(DatabaseKind.SQLITE, DatabaseKind.H2)
                .contains(product().kind());
    }

    private Switchback.Builder with(String type) {
        return configure().set(ConfigKey.LOCK_TYPE, type);
    }

    private LockStatus lockStatus(String type) {
        try (MigrationManager manager = with(type).open()) {
            return manager.lockStatus();
        }
    }

    /** Upgrades, and asks something when its first migration is about to run. */
    private <T> T inTheMiddleOfAnUpgrade(String type, Supplier<T> question) {
        List<T> answers = new ArrayList<>();
        try (MigrationManager manager = with(type)
                .alsoListener(event -> {
                    if (event instanceof MigrationEvent.MigrationStarted started && started.position() == 1) {
                        answers.add(question.get());
                    }
                })
                .open()) {
            RunResult result = manager.upgrade();
            assertThat(labels(result)).containsExactly("1", "2", "3");
        }
        return answers.get(0);
    }

    private List<MigrationEvent> warnings() {
        return events().stream()
                .filter(MigrationEvent.LockSkipped.class::isInstance)
                .toList();
    }

    @Test
    void aLockThatKeepsNobodyAwayHereIsRefusedBeforeAnythingIsTouched() throws SQLException {
        files().write(Scenario.linear().before());
        String wrong = embedded() ? "advisory" : "file";
        String why = embedded() ? "has no advisory locks" : "a lock on a file of this machine says nothing to them";
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> with(wrong).open())
                .withMessageStartingWith("lock.type: " + product().kind().displayName())
                .withMessageContaining(why)
                .satisfies(e -> assertThat(e.databaseState()).isEqualTo(DatabaseState.UNCHANGED))
                .satisfies(e -> assertThat(e.nextStep()).contains(embedded() ? "file" : "advisory"));
        assertUntouched();
    }

    @Test
    void theOneThatFitsIsTheSameAsAuto() {
        files().write(Scenario.linear().before());
        String fitting = embedded() ? "file" : "advisory";
        assertThat(lockStatus(fitting).lock()).isEqualTo(lockStatus("auto").lock());
        Throwable refused = inTheMiddleOfAnUpgrade(fitting, () -> {
            assertThat(lockStatus("auto").holders())
                    .extracting(LockHolder::kind)
                    .contains(LockHolder.Kind.RUN);
            try (MigrationManager second =
                    with("auto").set(ConfigKey.LOCK_TIMEOUT, "300ms").open()) {
                return catchThrowable(second::upgrade);
            }
        });
        assertThat(refused).isInstanceOf(MigrationLockException.class);
        assertThat(warnings()).isEmpty();
    }

    @Test
    void noneTakesNoLockAndEveryRunWarns() {
        files().write(Scenario.linear().before());
        LockStatus meanwhile = inTheMiddleOfAnUpgrade("none", () -> lockStatus("auto"));
        assertThat(meanwhile.holders()).extracting(LockHolder::kind).doesNotContain(LockHolder.Kind.RUN);
        assertThat(warnings())
                .singleElement()
                .satisfies(event -> assertThat(((MigrationEvent.LockSkipped) event).warning())
                        .contains("no migration lock is taken", "only while one process at a time migrates"));
        assertThat(events()).noneMatch(MigrationEvent.LockAcquired.class::isInstance);
    }

    @Test
    void lockStatusSaysThatNoneIsUsed() {
        LockStatus status = lockStatus("none");
        assertThat(status.lock()).isEqualTo("none is used (lock.type=none): runs do not wait for each other");
        assertThat(status.held()).isFalse();
        try (MigrationManager manager = with("none").open()) {
            manager.stamp(Target.base());
            assertThat(manager.doctor())
                    .filteredOn(finding -> finding.topic().equals("lock"))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.toString()).contains("WARNING", "none is used"));
        }
    }

    @Test
    void whoeverWouldHaveTakenTheLockWarnsAndWhoFindsNothingToDoDoesNot() {
        files().write(Scenario.linear().before());
        try (MigrationManager manager = with("none").open()) {
            manager.stamp(Target.parse("1"));
            assertThat(warnings()).hasSize(1);
            manager.upgrade();
            assertThat(warnings()).hasSize(2);
            manager.upgrade();
            manager.status();
            assertThat(warnings()).hasSize(2);
            manager.downgrade(Target.parse("1"));
            assertThat(warnings()).hasSize(3);
        }
    }
}
