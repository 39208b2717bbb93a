package dev.switchback.tck.fake;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.port.EngineContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The history table: a row for each migration in effect.
 *
 * @param schema the schema it is in; empty for the connection's own
 * @param name its name
 * @param clock the time that is recorded
 */
record FakeTable(Optional<String> schema, String name, Clock clock) {

    static FakeTable of(EngineContext context) {
        return new FakeTable(
                context.schema(), context.historyTable().orElse(FakeEngineProvider.TABLE), context.clock());
    }

    /** The table wherever a script goes: named with the schema that the connection is in now. */
    FakeTable fixed(Connection connection) throws SQLException {
        return schema.isPresent() ? this : new FakeTable(Optional.ofNullable(connection.getSchema()), name, clock);
    }

    String qualified() {
        return schema.map(s -> s + "." + name).orElse(name);
    }

    boolean exists(Connection connection) throws SQLException {
        String where = schema.isPresent() ? schema.get() : connection.getSchema();
        try (ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(), where, "%", null)) {
            while (tables.next()) {
                if (tables.getString("TABLE_NAME").equalsIgnoreCase(name)) {
                    return true;
                }
            }
            return false;
        }
    }

    void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS " + qualified() + " (position INTEGER PRIMARY KEY,"
                    + " kind VARCHAR(20) NOT NULL, version VARCHAR(50), description VARCHAR(500) NOT NULL,"
                    + " script VARCHAR(600) NOT NULL, sha256 VARCHAR(64) NOT NULL, applied_at BIGINT NOT NULL,"
                    + " applied_by VARCHAR(200), millis BIGINT NOT NULL)");
        }
    }

    List<AppliedMigration> rows(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM " + qualified() + " ORDER BY position")) {
            List<AppliedMigration> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(new AppliedMigration(
                        rows.size() + 1,
                        MigrationKind.valueOf(row.getString("kind")),
                        Optional.ofNullable(row.getString("version")).map(MigrationVersion::of),
                        row.getString("description"),
                        row.getString("script"),
                        AppliedMigration.State.APPLIED,
                        Optional.of(row.getString("sha256")),
                        Optional.of(Instant.ofEpochMilli(row.getLong("applied_at"))),
                        Optional.ofNullable(row.getString("applied_by")).filter(user -> !user.isEmpty()),
                        Optional.of(Duration.ofMillis(row.getLong("millis")))));
            }
            return rows;
        }
    }

    void insert(Connection connection, MigrationScript script, Duration took) throws SQLException {
        String sql = "INSERT INTO " + qualified() + " (position, kind, version, description, script, sha256,"
                + " applied_at, applied_by, millis) SELECT COALESCE(MAX(position), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ? FROM "
                + qualified();
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, script.kind().name());
            insert.setString(
                    2, script.migration().version().map(MigrationVersion::text).orElse(null));
            insert.setString(3, script.migration().description());
            insert.setString(4, script.script());
            insert.setString(5, script.migration().sha256());
            insert.setLong(6, clock.millis());
            insert.setString(7, connection.getMetaData().getUserName());
            insert.setLong(8, took.toMillis());
            insert.executeUpdate();
        }
    }

    void delete(Connection connection, String script) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM " + qualified() + " WHERE script = ?")) {
            delete.setString(1, script);
            delete.executeUpdate();
        }
    }

    void take(Connection connection, String script, MigrationScript offered) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE " + qualified() + " SET sha256 = ?, script = ?, description = ? WHERE script = ?")) {
            update.setString(1, offered.migration().sha256());
            update.setString(2, offered.script());
            update.setString(3, offered.migration().description());
            update.setString(4, script);
            update.executeUpdate();
        }
    }
}
