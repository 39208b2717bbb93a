package dev.switchback.core.usecase.schema;

import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.api.config.SchemaSource;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.error.InvalidMigrationSourceException;
import dev.switchback.api.error.InvalidRequestException;
import dev.switchback.api.error.UnprovenMigrationException;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.Table;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.SchemaProof;
import dev.switchback.core.port.ScratchDatabase;
import dev.switchback.core.sql.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Gets schemas from where they are. Everything that is not a database is built in a scratch database first. */
final class SchemaLoader {

    private final SchemaPorts ports;
    private final MigrationSteps steps;

    SchemaLoader(SchemaPorts ports, MigrationSteps steps) {
        this.ports = ports;
        this.steps = steps;
    }

    /**
     * A schema.
     *
     * @param source where it comes from, never {@link SchemaSource.Model}
     * @param schema as inspected
     * @param start builds the same in a scratch database
     * @param rows what its DDL does to rows
     */
    record Loaded(SchemaSource source, DatabaseSchema schema, SchemaProof.Start start, SeedRows rows) {

        /** The same source with another schema to compare. */
        Loaded with(DatabaseSchema other) {
            return new Loaded(source, other, start, rows);
        }
    }

    /** A source with the setting {@code model} put in its place. */
    SchemaSource resolved(SchemaSource source) {
        if (!(source instanceof SchemaSource.Model)) {
            return source;
        }
        return ports.model()
                .orElseThrow(() -> new ConfigurationException(
                        "model",
                        "it is not set, so nobody knows what the schema should be",
                        "say which: model=schema.sql in switchback.properties; create takes --from schema.sql too"));
    }

    Loaded load(SchemaSource given) {
        SchemaSource source = resolved(given);
        if (source instanceof SchemaSource.Live) {
            return existing(source, live());
        }
        if (source instanceof SchemaSource.Database database) {
            return existing(source, other(database.url().resolveAgainst(ports.baseDir())));
        }
        if (source instanceof SchemaSource.Migrations) {
            return built(source, replay(steps.all()));
        }
        List<Script> scripts = scripts(source);
        Loaded loaded = built(source, connection -> run(scripts, connection));
        // taken apart only now that it has run, so that the error of a script that cannot be is that of the run
        return new Loaded(
                source,
                loaded.schema(),
                loaded.start(),
                SeedRows.in(scripts, dialect().sql()));
    }

    /** What the migrations make that the database has had. */
    Loaded applied() {
        return built(new SchemaSource.Migrations(), replay(steps.applied()));
    }

    /** The same with the repeatable ones that are pending; empty if none is, or they cannot run yet. */
    Optional<DatabaseSchema> appliedAndRepeatable() {
        List<MigrationStep> all = steps.appliedAndRepeatable();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(inspect(replay(all)));
        } catch (InvalidMigrationSourceException e) {
            return Optional.empty();
        }
    }

    private List<Script> scripts(SchemaSource source) {
        if (source instanceof SchemaSource.Script script) {
            return DdlFiles.read(script.path(), ports.baseDir());
        }
        if (source instanceof SchemaSource.Ddl ddl) {
            return List.of(DdlFiles.script(ddl.name(), ddl.sql()));
        }
        return List.of(DdlFiles.script(
                source.toString(), ports.entities().ddl(ports.database().kind(), version())));
    }

    private String version() {
        Database database = ports.database();
        return database.exists() ? database.read(c -> database.info(c).version()) : "";
    }

    private SchemaProof.Start replay(List<MigrationStep> migrations) {
        List<Script> scripts = migrations.stream()
                .map(step -> new Script(
                        step.body().file(),
                        step.body().sql(),
                        step.transactional(),
                        "migrations have to run on an empty database; mend it, or compare with the database itself:"
                                + " --against live"))
                .toList();
        return connection -> run(scripts, connection);
    }

    private void run(List<Script> scripts, Connection connection) throws SQLException {
        OtherDatabase other = otherDatabase(connection);
        for (Script script : scripts) {
            script.run(connection, dialect().sql(), ports.sender(), ports.redaction(), other);
        }
    }

    private OtherDatabase otherDatabase(Connection scratch) throws SQLException {
        if (dialect() != Dialect.MARIADB) {
            return OtherDatabase.none();
        }
        Optional<String> live = ports.database().read(connection -> Optional.ofNullable(connection.getCatalog()));
        return live.isPresent() ? OtherDatabase.reachable(live.get(), scratch) : OtherDatabase.none();
    }

    private Loaded built(SchemaSource source, SchemaProof.Start start) {
        return new Loaded(source, inspect(start), start, SeedRows.none());
    }

    /** What a scratch database looks like when something has been built in it. */
    DatabaseSchema inspect(SchemaProof.Start start) {
        try (ScratchDatabase scratch = ports.scratch().open()) {
            try (Connection connection = scratch.connect()) {
                start.build(connection);
            }
            return inspect(scratch);
        } catch (SQLException e) {
            throw ProofStop.isMissing(e)
                    ? new UnprovenMigrationException(List.of(said(e)), true)
                    : new ConfigurationException(
                            "scratch-url", said(e), "try again; if it stays, name another server with scratch-url");
        }
    }

    /** What a schema looks like after a script; empty if the script does not run. */
    Optional<DatabaseSchema> after(SchemaProof.Start start, List<DdlStatement> script) {
        try (ScratchDatabase scratch = ports.scratch().open()) {
            try (Connection connection = scratch.connect()) {
                start.build(connection);
                send(script, connection);
            }
            return Optional.of(inspect(scratch));
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    private DatabaseSchema inspect(ScratchDatabase scratch) throws SQLException {
        return scratch.work(connection -> ports.inspector().get().inspect(connection, ports.ignored()));
    }

    private String said(SQLException e) {
        return "the scratch database failed: " + ports.redaction().clean(String.valueOf(e.getMessage()));
    }

    private Loaded existing(SchemaSource source, DatabaseSchema schema) {
        // a script for this database drops constraints by the names that they have there
        DatabaseSchema named = schema.with(
                schema.tables().values().stream().map(Table::withNamesGiven).toList());
        List<DdlStatement> statements = ports.renderer().get().create(named);
        return new Loaded(source, schema, connection -> send(statements, connection), SeedRows.none());
    }

    /** Runs statements that were rendered. */
    void send(List<DdlStatement> statements, Connection connection) throws SQLException {
        int index = 1;
        for (DdlStatement statement : statements) {
            ports.sender().send(connection, new SqlStatement(index, index, statement.sql(), Optional.empty()));
            index++;
        }
    }

    private DatabaseSchema live() {
        Database database = ports.database();
        if (!database.exists()) {
            return DatabaseSchema.of(dialect(), List.of(), List.of());
        }
        return database.inspect(connection -> ports.inspector().get().inspect(connection, ports.ignored()));
    }

    private DatabaseSchema other(DatabaseUrl url) {
        if (Dialect.of(url.kind()) != dialect()) {
            throw new InvalidRequestException(
                    "schema source",
                    url.displayName() + " is " + url.kind().displayName() + ", the database of the migrations is "
                            + ports.database().kind().displayName() + "; what differs between two kinds says nothing",
                    "name a database of the same kind, or DDL that this kind understands");
        }
        try (Database database = ports.others().open(url)) {
            if (!database.exists()) {
                throw new InvalidRequestException(
                        "schema source", url.displayName() + " does not exist", "name a database that is there");
            }
            return database.inspect(connection -> ports.inspector().get().inspect(connection, ports.ignored()));
        }
    }

    private Dialect dialect() {
        return ports.database().dialect();
    }
}
