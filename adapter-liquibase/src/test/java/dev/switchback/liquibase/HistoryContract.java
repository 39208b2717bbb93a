package dev.switchback.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.core.port.ChecksumMatch;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store reads and writes. */
abstract class HistoryContract {

    private static final String V1 = "V1.2__create_people.sql";

    @TempDir
    Path root;

    Project project;

    abstract Project open(Path folder) throws IOException;

    @BeforeEach
    void files() throws IOException {
        project = open(root)
                .file(V1, "create table people (id int);")
                .file("R__some_view.sql", "create view v as select 1 as x;");
    }

    @Test
    void readsNothingAndCreatesNothingWithoutTheTable() throws Exception {
        try (Connection connection = project.connect()) {
            assertThat(project.store().exists(connection)).isFalse();
            assertThat(project.store().read(connection)).isEmpty();
        }
        assertThat(project.hasTable("DATABASECHANGELOG")).isFalse();
    }

    @Test
    void readsWhatTheFileNamesSay() throws Exception {
        project.up(V1, "R__some_view.sql");
        List<AppliedMigration> history = project.history();
        assertThat(history).extracting(AppliedMigration::order).containsExactly(1, 2);
        assertThat(history)
                .extracting(AppliedMigration::kind)
                .containsExactly(MigrationKind.VERSIONED, MigrationKind.REPEATABLE);
        assertThat(history).extracting(AppliedMigration::description).containsExactly("create people", "some view");
        assertThat(history.get(0).version()).isEqualTo(Optional.of(MigrationVersion.of("1.2")));
        assertThat(history.get(0).checksum().orElseThrow()).matches("9:[0-9a-f]{32}");
        assertThat(history.get(0).appliedAt().orElseThrow()).isCloseTo(Instant.now(), within(Duration.ofMinutes(1)));
    }

    @Test
    void leavesTheRowsOfOthersAlone() throws Exception {
        project.up(V1);
        execute("insert into DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE)"
                + " values ('1', 'somebody', 'db/x.xml', CURRENT_TIMESTAMP, 7, 'EXECUTED')");
        assertThat(project.history()).extracting(AppliedMigration::script).containsExactly(V1);
        project.up("R__some_view.sql");
        assertThat(project.query("select ORDEREXECUTED from DATABASECHANGELOG where AUTHOR = 'switchback' order by 1"))
                .containsExactly("1", "8");
    }

    @Test
    void tellsWhetherThereAreRowsOfOthers() throws Exception {
        assertThat(hasRowsOfOthers()).isFalse();
        project.up(V1);
        assertThat(hasRowsOfOthers()).isFalse();
        execute("insert into DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE)"
                + " values ('1', 'somebody', 'db/x.xml', CURRENT_TIMESTAMP, 7, 'EXECUTED')");
        assertThat(hasRowsOfOthers()).isTrue();
    }

    private boolean hasRowsOfOthers() throws Exception {
        try (Connection connection = project.connect()) {
            return project.store().hasRowsOfOthers(connection);
        }
    }

    @Test
    void anOldOrMissingChecksumIsUnknownAndAnotherTextDiffers() throws Exception {
        project.up(V1);
        assertThat(match()).isEqualTo(ChecksumMatch.MATCHES);
        execute("update DATABASECHANGELOG set MD5SUM = null");
        assertThat(match()).isEqualTo(ChecksumMatch.UNKNOWN);
        execute("update DATABASECHANGELOG set MD5SUM = '8:0123456789abcdef0123456789abcdef'");
        assertThat(match()).isEqualTo(ChecksumMatch.UNKNOWN);
        execute("update DATABASECHANGELOG set MD5SUM = '9:0123456789abcdef0123456789abcdef'");
        assertThat(match()).isEqualTo(ChecksumMatch.DIFFERS);
        try (Connection connection = project.connect()) {
            connection.setAutoCommit(false);
            project.store().updateChecksum(connection, project.script(V1), project.row(V1));
            connection.commit();
        }
        assertThat(match()).isEqualTo(ChecksumMatch.MATCHES);
    }

    @Test
    void creatingTwiceIsAllowed() throws Exception {
        try (Connection connection = project.connect()) {
            project.store().create(connection);
            project.store().create(connection);
            assertThat(project.store().exists(connection)).isTrue();
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    @Test
    void theTableIsThatOfPlainLiquibase() throws Exception {
        project.up(V1);
        Project other = open(root.resolve("other")).file(V1, "create table people (id int);");
        new PlainLiquibase(other, other.export()).update();
        assertThat(columns(project)).isEqualTo(columns(other)).hasSize(14);
    }

    private ChecksumMatch match() throws Exception {
        return project.store().compare(project.script(V1), project.row(V1));
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = project.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static List<String> columns(Project project) throws Exception {
        List<String> columns = new ArrayList<>();
        try (Connection connection = project.connect();
                var rows = connection.getMetaData().getColumns(null, null, "DATABASECHANGELOG", "%")) {
            while (rows.next()) {
                columns.add(rows.getString("COLUMN_NAME") + " " + rows.getString("TYPE_NAME") + " "
                        + rows.getInt("COLUMN_SIZE") + " " + rows.getString("IS_NULLABLE"));
            }
        }
        return columns;
    }
}
