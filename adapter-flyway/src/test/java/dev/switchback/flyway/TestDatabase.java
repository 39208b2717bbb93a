package dev.switchback.flyway;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Direction;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.jdbc.JdbcStatementSender;
import dev.switchback.core.port.Engine;
import dev.switchback.core.port.EngineContext;
import dev.switchback.core.port.MigrationSession;
import dev.switchback.core.port.SchemaVersionStore;
import dev.switchback.core.port.StatementListener;
import dev.switchback.core.sql.SqlStatement;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;

/** A database in a file, changed by our engine through the ports and by plain Flyway. */
record TestDatabase(DatabaseKind kind, String url) {

    /** Tells nobody. */
    static final StatementListener NOBODY = new StatementListener() {
        @Override
        public void started(SqlStatement statement) {}

        @Override
        public void finished(SqlStatement statement) {}
    };

    /** What is done with a connection. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** What is written through the store. */
    interface Write {
        void with(SchemaVersionStore store, Connection connection) throws SQLException;
    }

    static TestDatabase in(Path folder, DatabaseKind kind) {
        Path file = folder.resolve("database");
        return new TestDatabase(
                kind, kind == DatabaseKind.SQLITE ? "jdbc:sqlite:" + file + ".db" : "jdbc:h2:file:" + file);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user(), "");
    }

    private String user() {
        return kind == DatabaseKind.H2 ? "sa" : "";
    }

    Engine engine() {
        return new FlywayEngineProvider()
                .open(new EngineContext(
                        kind,
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        Clock.systemUTC(),
                        new JdbcStatementSender()));
    }

    <T> T use(Work<T> work) throws SQLException {
        try (Connection connection = connect()) {
            return work.with(connection);
        }
    }

    /** Plain Flyway on a folder, as somebody without Switchback would call it. */
    Flyway plain(TestFolder folder) {
        return Flyway.configure()
                .dataSource(url, user(), "")
                .locations("filesystem:" + folder.path())
                .placeholders(folder.placeholders())
                .load();
    }

    List<AppliedMigration> history() throws SQLException {
        return use(connection -> engine().store().read(connection));
    }

    /** The scripts of the history, with the state where it is not simply applied. */
    List<String> historyLines() throws SQLException {
        return history().stream()
                .map(row -> row.script() + (row.state() == AppliedMigration.State.APPLIED ? "" : " " + row.state()))
                .toList();
    }

    void up(List<MigrationScript> scripts) throws SQLException {
        run(scripts.stream().map(TestDatabase::up).toList());
    }

    static MigrationStep up(MigrationScript script) {
        return new MigrationStep(Direction.UP, script, Optional.empty(), List.of(), List.of(), true, 1);
    }

    /** Reverts the last versioned migrations, forgetting the repeatable ones with the first. */
    void down(TestFolder folder, int count) throws SQLException, IOException {
        List<AppliedMigration> history = new ArrayList<>(history());
        Collections.reverse(history);
        List<AppliedMigration> repeatable =
                history.stream().filter(row -> row.version().isEmpty()).toList();
        List<MigrationStep> steps = new ArrayList<>();
        for (AppliedMigration row : history) {
            if (row.version().isPresent() && steps.size() < count) {
                steps.add(down(folder.script(row.script()), row, steps.isEmpty() ? repeatable : List.of()));
            }
        }
        run(steps);
    }

    static MigrationStep down(MigrationScript script, AppliedMigration row, List<AppliedMigration> forget) {
        return new MigrationStep(Direction.DOWN, script, Optional.of(row), forget, List.of(), true, 1);
    }

    void run(List<MigrationStep> steps) throws SQLException {
        run(steps, NOBODY);
    }

    void run(List<MigrationStep> steps, StatementListener listener) throws SQLException {
        try (Connection connection = connect()) {
            engine().store().create(connection);
            try (MigrationSession session = engine().runner().begin(connection)) {
                for (MigrationStep step : steps) {
                    session.execute(step, listener);
                }
            }
        }
    }

    /** Calls a writing method of the store and commits, as the core does. */
    void write(Write work) throws SQLException {
        try (Connection connection = connect()) {
            engine().store().create(connection);
            connection.setAutoCommit(false);
            work.with(engine().store(), connection);
            connection.commit();
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of every row of a query. */
    List<String> query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        }
    }

    /** The history table row by row, without what differs from run to run. */
    List<String> rows() throws SQLException {
        return query("SELECT \"installed_rank\" || '|' || COALESCE(\"version\", '') || '|' || \"description\" || '|'"
                + " || \"type\" || '|' || \"script\" || '|' || COALESCE(\"checksum\", 0) || '|' || \"installed_by\""
                + " || '|' || \"success\" FROM \"flyway_schema_history\" WHERE \"installed_rank\" >= 0"
                + " ORDER BY \"installed_rank\"");
    }
}
