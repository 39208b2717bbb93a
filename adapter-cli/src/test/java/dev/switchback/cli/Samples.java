package dev.switchback.cli;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.DatabaseInfo;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.EngineCapability;
import dev.switchback.api.model.EngineInfo;
import dev.switchback.api.model.ExecutedMigration;
import dev.switchback.api.model.FailedStatement;
import dev.switchback.api.model.LockHolder;
import dev.switchback.api.model.LockStatus;
import dev.switchback.api.model.Meanwhile;
import dev.switchback.api.model.Migration;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationState;
import dev.switchback.api.model.MigrationStatus;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.Problem;
import dev.switchback.api.model.RunResult;
import dev.switchback.api.model.ServerAddress;
import dev.switchback.api.model.StatusReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Values to test with. */
final class Samples {

    static final EngineInfo ENGINE = new EngineInfo(
            "flyway", "Flyway Community", "13.12.0", "flyway_schema_history", Set.of(EngineCapability.COMMANDS));
    static final DatabaseInfo SERVER = new DatabaseInfo(
            "shop @ db.internal:5432",
            "PostgreSQL",
            "17.1",
            true,
            Optional.of("app"),
            false,
            Optional.of(new ServerAddress("db.internal", 5432)));
    static final DatabaseInfo DATABASE = new DatabaseInfo("/data/shop.db", "SQLite", "3.54.1", true);
    static final Migration FIRST = migration("1", "first");
    static final Migration SECOND = migration("2", "second");
    static final Problem CHANGED = new Problem(
            Problem.Kind.CHANGED,
            "V1__first.sql",
            FIRST.version(),
            "V1__first.sql was edited after it was applied",
            "restore the file");
    static final FailedStatement STATEMENT = new FailedStatement(
            "V3__third.sql", 2, 7, "ALTER TABLE x", 1, 3, "no such table: x", Optional.of("42S02"), 1005);

    private Samples() {}

    static Migration migration(String version, String description) {
        return new Migration(
                MigrationKind.VERSIONED,
                Optional.of(MigrationVersion.of(version)),
                description,
                "V" + version + "__" + description.replace(' ', '_') + ".sql",
                "0".repeat(64),
                Optional.of("U" + version + "__" + description.replace(' ', '_') + ".sql"));
    }

    static AppliedMigration applied(Migration migration) {
        return new AppliedMigration(
                1,
                migration.kind(),
                migration.version(),
                migration.description(),
                migration.script(),
                AppliedMigration.State.APPLIED,
                Optional.of("123"),
                Optional.of(Instant.parse("2026-11-01T12:03:11.5Z")),
                Optional.of("app"),
                Optional.of(Duration.ofMillis(41)));
    }

    static StatusReport status(List<Problem> problems) {
        return status(problems, FIRST, SECOND);
    }

    static StatusReport status(List<Problem> problems, Migration first, Migration second) {
        return new StatusReport(
                DATABASE,
                ENGINE,
                "flyway_schema_history",
                first.version(),
                second.version(),
                List.of(
                        new MigrationStatus(Optional.of(first), Optional.of(applied(first)), MigrationState.APPLIED),
                        new MigrationStatus(Optional.of(second), Optional.empty(), MigrationState.PENDING)),
                problems,
                List.of());
    }

    static RunResult run(Direction direction) {
        return new RunResult(
                direction,
                FIRST.version(),
                SECOND.version(),
                List.of(new ExecutedMigration(SECOND, 3, Duration.ofMillis(41))),
                Duration.ofMillis(50),
                List.of());
    }

    static LockHolder holder(LockHolder.Kind kind) {
        return new LockHolder(
                kind,
                "pid 4711 on web-1",
                Optional.of(4711L),
                Optional.of("web-1"),
                Optional.of("8123"),
                Optional.of(Instant.parse("2026-11-01T12:03:11.5Z")),
                Optional.of(Duration.ofSeconds(65)),
                Optional.of("CREATE INDEX i ON t (a)"),
                Optional.of("SELECT pg_terminate_backend(8123)"));
    }

    static LockStatus lock() {
        return new LockStatus(DATABASE, "advisory lock 1", List.of(holder(LockHolder.Kind.RUN)));
    }

    static RunResult nothingLeft() {
        return new RunResult(
                        Direction.UP, FIRST.version(), FIRST.version(), List.of(), Duration.ofMillis(1500), List.of())
                .after(Optional.of(
                        new Meanwhile(Direction.UP, List.of(FIRST, SECOND), List.of(holder(LockHolder.Kind.RUN)))));
    }
}
