package dev.switchback.liquibase;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.Migration;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.domain.SqlScript;
import dev.switchback.core.domain.SqlScript.Transaction;
import dev.switchback.core.jdbc.JdbcStatementSender;
import dev.switchback.core.port.Engine;
import dev.switchback.core.port.EngineContext;
import dev.switchback.core.port.MigrationSession;
import dev.switchback.core.port.SchemaVersionStore;
import dev.switchback.core.port.StatementListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** A folder with migrations and a database, driven through the ports as the core does it. */
final class Project {

    private final Path root;
    private final Path folder;
    private final String url;
    private final EngineContext context;
    private final Map<String, SqlScript> files = new TreeMap<>();
    private final Map<String, String> placeholders = new HashMap<>();

    private Project(Path root, String url, DatabaseKind kind, Optional<String> table) throws IOException {
        this.root = root;
        this.folder = Files.createDirectories(root.resolve("migrations"));
        this.url = url;
        this.context = new EngineContext(
                kind, Optional.empty(), table, placeholders, Clock.systemUTC(), new JdbcStatementSender());
    }

    static Project sqlite(Path root) throws IOException {
        return new Project(root, "jdbc:sqlite:" + root.resolve("app.db"), DatabaseKind.SQLITE, Optional.empty());
    }

    static Project h2(Path root) throws IOException {
        return new Project(root, "jdbc:h2:file:" + root.resolve("app"), DatabaseKind.H2, Optional.empty());
    }

    Project table(String name) throws IOException {
        return new Project(root, url, context.database(), Optional.of(name));
    }

    Project placeholder(String name, String value) {
        placeholders.put(name, value);
        return this;
    }

    Project file(String name, String text) throws IOException {
        return file(name, text, Transaction.AUTO);
    }

    Project file(String name, String text, Transaction transaction) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
        String sql = text;
        for (Map.Entry<String, String> placeholder : placeholders.entrySet()) {
            sql = sql.replace("${" + placeholder.getKey() + "}", placeholder.getValue());
        }
        files.put(name, new SqlScript(name, text, sql, transaction));
        return this;
    }

    Project remove(String name) throws IOException {
        Files.delete(folder.resolve(name));
        files.remove(name);
        return this;
    }

    EngineContext context() {
        return context;
    }

    Path folder() {
        return folder;
    }

    Path root() {
        return root;
    }

    String url() {
        return url;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    Engine engine() {
        EngineContext now = new EngineContext(
                context.database(),
                context.schema(),
                context.historyTable(),
                placeholders,
                context.clock(),
                context.sender());
        return new LiquibaseEngineProvider().open(now);
    }

    SchemaVersionStore store() {
        return engine().store();
    }

    /** All migrations in the order of a source. */
    List<MigrationScript> scripts() {
        List<MigrationScript> scripts = new ArrayList<>();
        for (char letter : new char[] {'V', 'B', 'R'}) {
            files.values().stream()
                    .filter(f -> baseName(f).charAt(0) == letter)
                    .map(this::script)
                    .sorted((a, b) -> a.migration().version().isPresent()
                            ? a.migration()
                                    .version()
                                    .get()
                                    .compareTo(b.migration().version().orElseThrow())
                            : a.script().compareTo(b.script()))
                    .forEach(scripts::add);
        }
        return scripts;
    }

    MigrationScript script(String name) {
        return scripts().stream()
                .filter(s -> s.script().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private MigrationScript script(SqlScript up) {
        String name = baseName(up);
        int separator = name.indexOf("__");
        String version = name.substring(1, separator);
        Optional<SqlScript> down = Optional.ofNullable(files.get("U" + name.substring(1)));
        MigrationKind kind = switch (name.charAt(0)) {
            case 'V' -> MigrationKind.VERSIONED;
            case 'B' -> MigrationKind.BASELINE;
            default -> MigrationKind.REPEATABLE;
        };
        Migration migration = new Migration(
                kind,
                version.isEmpty() ? Optional.empty() : Optional.of(MigrationVersion.of(version)),
                name.substring(separator + 2, name.length() - 4).replace('_', ' '),
                up.file(),
                "",
                down.map(SqlScript::file));
        return new MigrationScript(migration, up, down, Optional.empty());
    }

    private static String baseName(SqlScript script) {
        return script.file().substring(script.file().lastIndexOf('/') + 1);
    }

    /** Runs these migrations up, in order. */
    Project up(String... names) throws SQLException {
        List<MigrationStep> steps = new ArrayList<>();
        List<AppliedMigration> history = history();
        for (String name : names) {
            Optional<AppliedMigration> row =
                    history.stream().filter(a -> a.script().equals(name)).findFirst();
            steps.add(step(Direction.UP, script(name), row, List.of(), List.of()));
        }
        run(steps, new Recording());
        return this;
    }

    /** Runs a migration down, and forgets the repeatable ones. */
    Project down(String name) throws SQLException {
        List<AppliedMigration> repeatable = history().stream()
                .filter(a -> a.kind() == MigrationKind.REPEATABLE)
                .toList();
        run(
                List.of(step(Direction.DOWN, script(name), Optional.of(row(name)), repeatable, List.of())),
                new Recording());
        return this;
    }

    /** Runs a baseline, which stands in for these. */
    Project baseline(String name, String... superseded) throws SQLException {
        List<MigrationScript> scripts =
                List.of(superseded).stream().map(this::script).toList();
        run(List.of(step(Direction.UP, script(name), Optional.empty(), List.of(), scripts)), new Recording());
        return this;
    }

    MigrationStep step(
            Direction direction,
            MigrationScript script,
            Optional<AppliedMigration> applied,
            List<AppliedMigration> forget,
            List<MigrationScript> supersedes) {
        boolean transactional = script.up().transaction() == Transaction.AUTO;
        return new MigrationStep(direction, script, applied, forget, supersedes, transactional, 1);
    }

    /** Runs one migration up with a listener. */
    void up(String name, StatementListener listener) throws SQLException {
        run(List.of(step(Direction.UP, script(name), Optional.empty(), List.of(), List.of())), listener);
    }

    void run(List<MigrationStep> steps, StatementListener listener) throws SQLException {
        Engine engine = engine();
        try (Connection connection = connect()) {
            engine.store().create(connection);
            try (MigrationSession session = engine.runner().begin(connection)) {
                for (MigrationStep step : steps) {
                    session.execute(step, listener);
                }
            }
        } finally {
            engine.close();
        }
    }

    List<AppliedMigration> history() throws SQLException {
        try (Connection connection = connect()) {
            return store().read(connection);
        }
    }

    AppliedMigration row(String name) throws SQLException {
        return history().stream()
                .filter(a -> a.script().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Path export() throws IOException {
        EngineContext now = new EngineContext(
                context.database(),
                context.schema(),
                context.historyTable(),
                placeholders,
                context.clock(),
                context.sender());
        return new LiquibaseEngineProvider()
                .exporter(now)
                .orElseThrow()
                .export(scripts(), List.of(folder), root().resolve("changelog.xml"))
                .files()
                .get(0);
    }

    /** The first column of all rows. */
    List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(String.valueOf(row.getString(1)));
            }
        }
        return rows;
    }

    boolean hasTable(String name) throws SQLException {
        try (Connection connection = connect();
                ResultSet tables = connection.getMetaData().getTables(null, null, "%", null)) {
            while (tables.next()) {
                if (tables.getString("TABLE_NAME").equalsIgnoreCase(name)) {
                    return true;
                }
            }
        }
        return false;
    }
}
