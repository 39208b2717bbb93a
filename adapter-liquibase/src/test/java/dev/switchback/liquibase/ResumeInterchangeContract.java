package dev.switchback.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.model.RepairAction;
import dev.switchback.api.model.Target;
import dev.switchback.tck.TestDatabase;
import dev.switchback.tck.WorkflowContract;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was resumed is for plain Liquibase, with the exported changelog, as if it had never failed. */
abstract class ResumeInterchangeContract extends WorkflowContract {

    private static final String HALF = "CREATE TABLE half (id INT);\nINSERT INTO half VALUES (1);\n";
    private static final String GOOD = HALF + "CREATE TABLE whole (id INT);\n";
    private static final String BAD = HALF + "DROP TABLE nowhere;\n";
    private static final String ROWS =
            "SELECT CONCAT(ID, ' ', FILENAME, ' ', EXECTYPE, ' ', ORDEREXECUTED, ' ', MD5SUM)"
                    + " FROM DATABASECHANGELOG ORDER BY ORDEREXECUTED";

    ResumeInterchangeContract(TestDatabase product) {
        super(new LiquibaseEngineProvider(), product);
    }

    private PlainLiquibase plain(MigrationManager manager) {
        Path changelog = folder().resolve("changelog.xml");
        manager.export("liquibase", changelog);
        return new PlainLiquibase(folder(), changelog, database()::connection);
    }

    private void fails(MigrationManager manager) {
        files().put("V1__first.sql", "CREATE TABLE first (id INT);\n").put("V2__two.sql", BAD);
        files().put("U2__two.sql", "DROP TABLE whole;\nDROP TABLE half;\n");
        assertThatThrownBy(manager::upgrade).isInstanceOf(MigrationFailedException.class);
    }

    private void resumes(MigrationManager manager) {
        files().put("V2__two.sql", GOOD);
        assertThat(manager.repair(new RepairAction.Resume("2")).remaining()).isEmpty();
    }

    @Test
    void plainLiquibaseHasNothingToDo() throws Exception {
        try (MigrationManager manager = configure().open()) {
            fails(manager);
            assertThatThrownBy(() -> manager.repair(new RepairAction.Resume("2")))
                    .isInstanceOf(MigrationFailedException.class);
            resumes(manager);
            List<String> rows = database().column(ROWS);
            assertThat(rows).hasSize(2).last().asString().startsWith("2 V2__two.sql EXECUTED 2 9:");

            PlainLiquibase plain = plain(manager);
            assertThat(plain.pending()).isEmpty();
            assertThat(plain.unexpected()).isEmpty();
            plain.update();
            assertThat(database().column(ROWS)).isEqualTo(rows);
            assertThat(manager.check().ok()).isTrue();
        }
        assertThat(database().column("SELECT id FROM half")).containsExactly("1");
    }

    @Test
    void plainLiquibaseAppliesAgainWhatAResumedDownScriptReverted() throws Exception {
        try (MigrationManager manager = configure().open()) {
            fails(manager);
            resumes(manager);
            files().put("U2__two.sql", "DROP TABLE whole;\nDROP TABLE nowhere;\n");
            assertThatThrownBy(() -> manager.downgrade(Target.parse("-1")))
                    .isInstanceOf(MigrationFailedException.class);
            files().put("U2__two.sql", "DROP TABLE whole;\nDROP TABLE half;\n");
            assertThat(manager.repair(new RepairAction.Resume("2")).remaining()).isEmpty();

            PlainLiquibase plain = plain(manager);
            assertThat(plain.pending()).containsExactly("2");
            plain.update();
            assertThat(manager.check().ok()).isTrue();
        }
        assertThat(database().tables()).contains("half", "whole");
    }

    @Test
    void aResumedRepeatableIsNotRunAgain() throws Exception {
        files().put("R__rows.sql", BAD);
        try (MigrationManager manager = configure().open()) {
            assertThatThrownBy(manager::upgrade).isInstanceOf(MigrationFailedException.class);
            files().put("R__rows.sql", GOOD);
            assertThat(manager.repair(new RepairAction.Resume("rows")).remaining())
                    .isEmpty();
            PlainLiquibase plain = plain(manager);
            assertThat(plain.pending()).isEmpty();
            plain.update();
            assertThat(manager.check().ok()).isTrue();
        }
        assertThat(database().column("SELECT id FROM half")).containsExactly("1");
    }
}
