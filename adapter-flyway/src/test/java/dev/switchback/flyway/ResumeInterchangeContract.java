package dev.switchback.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.RepairAction;
import dev.switchback.api.model.RepairResult;
import dev.switchback.api.model.Target;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.TestDatabase;
import dev.switchback.tck.WorkflowContract;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What was resumed is for plain Flyway as if it had never failed. */
abstract class ResumeInterchangeContract extends WorkflowContract {

    private static final String HALF = "CREATE TABLE half (id INT);\nINSERT INTO half VALUES (1);\n";
    private static final String GOOD = HALF + "CREATE TABLE whole (id INT);\n";
    private static final String BAD = HALF + "DROP TABLE nowhere;\n";

    ResumeInterchangeContract(TestDatabase product) {
        super(new FlywayEngineProvider(), product);
    }

    private Flyway plain() {
        return plain(database());
    }

    private Flyway plain(FreshDatabase of) {
        return Flyway.configure()
                .dataSource(of.dataSource())
                .locations("filesystem:" + files().path())
                .load();
    }

    private List<String> states() {
        return Arrays.stream(plain().info().all())
                .map(info -> info.getScript() + " " + info.getState().getDisplayName())
                .toList();
    }

    private void fails(MigrationManager manager) {
        files().put("V1__first.sql", "CREATE TABLE first (id INT);\n").put("V2__two.sql", BAD);
        files().put("U2__two.sql", "DROP TABLE whole;\nDROP TABLE half;\n");
        assertThatThrownBy(manager::upgrade).isInstanceOf(MigrationFailedException.class);
    }

    private void isSettled(RepairResult result) {
        assertThat(result.remaining()).isEmpty();
        assertThat(plain().validateWithResult().getAllErrorMessages()).isEmpty();
    }

    @Test
    void plainFlywayRefusesAsLongAsItIsNotResumedAndHasNothingToDoAfterwards() throws SQLException {
        try (MigrationManager manager = configure().open()) {
            fails(manager);
            assertThatThrownBy(() -> plain().migrate()).hasMessageContaining("failed migration");
            files().put("V2__two.sql", GOOD);
            isSettled(manager.repair(new RepairAction.Resume("2")));
        }
        assertThat(plain().migrate().migrationsExecuted).isZero();
        assertThat(states()).containsExactly("V1__first.sql Success", "V2__two.sql Success");
        assertThat(database().column("SELECT id FROM half")).containsExactly("1");
    }

    /** Nobody knows how far plain Flyway came but who looks at the database, and he can say so. */
    @Test
    void whatFailedUnderPlainFlywayGoesOnWithTheStatementThatIsNamed() throws SQLException {
        files().put("V1__first.sql", "CREATE TABLE first (id INT);\n").put("V2__two.sql", BAD);
        assertThatThrownBy(() -> plain().migrate()).hasMessageContaining("V2__two.sql");
        files().put("V2__two.sql", GOOD);
        try (MigrationManager manager = configure().open()) {
            assertThat(manager.check().problems())
                    .singleElement()
                    .satisfies(p -> assertThat(p.nextStep()).contains("--resume 2 --from N", "--mark-reverted 2"));
            assertThatThrownBy(() -> manager.repair(new RepairAction.Resume("2")))
                    .isInstanceOfSatisfying(
                            SwitchbackException.class,
                            e -> assertThat(e.nextStep()).contains("--resume 2 --from N", "--mark-applied 2"));
            assertThatThrownBy(() -> manager.repair(new RepairAction.Resume("2", OptionalInt.of(5))))
                    .hasMessageContaining("there is no statement 5, V2__two.sql has 3");
            isSettled(manager.repair(new RepairAction.Resume("2", OptionalInt.of(3))));
        }
        assertThat(plain().migrate().migrationsExecuted).isZero();
        assertThat(states()).containsExactly("V1__first.sql Success", "V2__two.sql Success");
        assertThat(database().column("SELECT id FROM half")).containsExactly("1");
    }

    @Test
    void theRowIsTheOneThatPlainFlywayWouldHaveWritten() throws Exception {
        try (MigrationManager manager = configure().open()) {
            fails(manager);
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> manager.repair(new RepairAction.Resume("2")))
                        .isInstanceOf(MigrationFailedException.class);
            }
            files().put("V2__two.sql", GOOD);
            isSettled(manager.repair(new RepairAction.Resume("2")));
        }
        List<String> rows = rows(database());
        try (FreshDatabase other = product().fresh(folder())) {
            plain(other).migrate();
            assertThat(rows).hasSize(2).isEqualTo(rows(other));
        }
    }

    /** Without what differs from run to run and from user to user. */
    private List<String> rows(FreshDatabase of) throws SQLException {
        String quote = product().kind() == DatabaseKind.H2 ? "\"" : "`";
        String columns = Stream.of("installed_rank", "version", "description", "type", "script", "checksum", "success")
                .map(name -> quote + name + quote)
                .collect(Collectors.joining(", '|', "));
        return of.column("SELECT CONCAT(" + columns + ") FROM " + quote + "flyway_schema_history" + quote + " WHERE "
                + quote + "installed_rank" + quote + " > 0 ORDER BY " + quote + "installed_rank" + quote);
    }

    @Test
    void plainFlywayAppliesAgainWhatAResumedDownScriptReverted() throws Exception {
        try (MigrationManager manager = configure().open()) {
            fails(manager);
            files().put("V2__two.sql", GOOD);
            manager.repair(new RepairAction.Resume("2"));
            files().put("U2__two.sql", "DROP TABLE whole;\nDROP TABLE nowhere;\n");
            assertThatThrownBy(() -> manager.downgrade(Target.parse("-1")))
                    .isInstanceOf(MigrationFailedException.class);
            files().put("U2__two.sql", "DROP TABLE whole;\nDROP TABLE half;\n");
            assertThat(manager.repair(new RepairAction.Resume("2")).remaining()).isEmpty();
            assertThat(states())
                    .containsExactlyInAnyOrder("V1__first.sql Success", "V2__two.sql Deleted", "V2__two.sql Pending");
            assertThat(plain().migrate().migrationsExecuted).isEqualTo(1);
            assertThat(manager.check().ok()).isTrue();
            assertThat(manager.history())
                    .extracting(AppliedMigration::script)
                    .containsExactly("V1__first.sql", "V2__two.sql");
        }
    }

    @Test
    void aResumedRepeatableIsNotRunAgain() throws SQLException {
        files().put("R__rows.sql", BAD);
        try (MigrationManager manager = configure().open()) {
            assertThatThrownBy(manager::upgrade).isInstanceOf(MigrationFailedException.class);
            files().put("R__rows.sql", GOOD);
            isSettled(manager.repair(new RepairAction.Resume("rows")));
        }
        assertThat(plain().migrate().migrationsExecuted).isZero();
        assertThat(database().column("SELECT id FROM half")).containsExactly("1");
    }
}
