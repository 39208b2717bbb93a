package dev.switchback.core.usecase.schema;

import dev.switchback.core.domain.ddl.DdlRenderer;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.SchemaDiff;
import dev.switchback.core.domain.schema.SchemaDifference;
import dev.switchback.core.port.SchemaInspector;
import dev.switchback.core.port.SchemaProof;
import dev.switchback.core.port.ScratchDatabase;
import dev.switchback.core.port.ScratchDatabases;
import dev.switchback.core.port.StatementSender;
import dev.switchback.core.sql.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Runs both ways in a scratch database and looks where they end. */
public final class DefaultSchemaProof implements SchemaProof {

    private final ScratchDatabases databases;
    private final Supplier<SchemaInspector> inspector;
    private final Supplier<DdlRenderer> renderer;
    private final StatementSender sender;
    private final Set<String> ignored;

    /**
     * Creates it; connects to nothing.
     *
     * @param databases makes scratch databases
     * @param inspector reads them
     * @param renderer knows which statements refuse a transaction
     * @param sender sends statements
     * @param ignored tables that belong to no schema
     */
    public DefaultSchemaProof(
            ScratchDatabases databases,
            Supplier<SchemaInspector> inspector,
            Supplier<DdlRenderer> renderer,
            StatementSender sender,
            Set<String> ignored) {
        this.databases = databases;
        this.inspector = inspector;
        this.renderer = renderer;
        this.sender = sender;
        this.ignored = Set.copyOf(ignored);
    }

    @Override
    public Verdict prove(Trial trial) {
        List<Failure> failures = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        try (ScratchDatabase scratch = databases.open()) {
            try (Connection connection = scratch.connect()) {
                trial.start().build(connection);
            }
            walk(scratch, false, trial.up(), trial.to()).ifPresent(failures::add);
            if (failures.isEmpty() && trial.down().isPresent()) {
                walk(scratch, true, trial.down().get(), trial.from()).ifPresent(failures::add);
            }
            if (failures.isEmpty()) {
                withRows(trial, notes).ifPresent(failures::add);
            }
        } catch (SQLException e) {
            failures.add(new Failure(
                    false,
                    "the scratch database failed: " + e.getMessage(),
                    Optional.empty(),
                    Optional.empty(),
                    ProofStop.isMissing(e)));
        }
        return new Verdict(failures, notes);
    }

    /** Once more with rows; that some do not fit a stricter schema is no failure if the script says so, but is said. */
    private Optional<Failure> withRows(Trial trial, List<String> notes) throws SQLException {
        try (ScratchDatabase scratch = databases.open()) {
            try (Connection connection = scratch.connect()) {
                trial.start().build(connection);
            }
            KeptRows before = scratch.work(connection -> {
                SampleRows.insert(connection, trial.from())
                        .forEach(table -> notes.add("not tried with rows in " + table));
                return KeptRows.read(connection, trial.from(), trial.to());
            });
            Rows up = walkWithRows(scratch, false, trial.up(), trial, before);
            up.rejected().ifPresent(notes::add);
            if (up.failure().isPresent()
                    || up.rejected().isPresent()
                    || trial.down().isEmpty()) {
                return up.failure();
            }
            Rows down = walkWithRows(scratch, true, trial.down().get(), trial, before);
            down.rejected().ifPresent(notes::add);
            return down.failure();
        }
    }

    private Rows walkWithRows(
            ScratchDatabase scratch, boolean down, List<DdlStatement> statements, Trial trial, KeptRows before)
            throws SQLException {
        Optional<ProofStop> stop = scratch.work(connection -> run(connection, statements));
        if (stop.isPresent()) {
            return stop.get().rejectsRows() && stop.get().isExpected()
                    ? new Rows(Optional.of(stop.get().note(down)), Optional.empty())
                    : new Rows(Optional.empty(), Optional.of(stop.get().failure(down)));
        }
        KeptRows after = scratch.work(connection -> KeptRows.read(connection, trial.from(), trial.to()));
        return new Rows(
                Optional.empty(),
                before.lostIn(after).map(reason -> new Failure(down, reason, Optional.empty(), Optional.empty())));
    }

    /** What came out with rows. */
    private record Rows(Optional<String> rejected, Optional<Failure> failure) {}

    private Optional<Failure> walk(
            ScratchDatabase scratch, boolean down, List<DdlStatement> statements, DatabaseSchema end)
            throws SQLException {
        Optional<ProofStop> stop = scratch.work(connection -> run(connection, statements));
        if (stop.isPresent()) {
            return Optional.of(stop.get().failure(down));
        }
        DatabaseSchema reached = scratch.work(connection -> inspector.get().inspect(connection, ignored));
        SchemaDifference remaining = SchemaDiff.between(reached, end);
        return remaining.isEmpty()
                ? Optional.empty()
                : Optional.of(new Failure(
                        down, "it does not lead where it should", Optional.empty(), Optional.of(remaining)));
    }

    /** As the migration will run: in one transaction, unless it cannot. */
    private Optional<ProofStop> run(Connection connection, List<DdlStatement> statements) throws SQLException {
        boolean transaction = !renderer.get().needsNoTransaction(statements);
        connection.setAutoCommit(!transaction);
        int index = 1;
        for (DdlStatement statement : statements) {
            try {
                sender.send(connection, new SqlStatement(index, index, statement.sql(), Optional.empty()));
            } catch (SQLException e) {
                return Optional.of(new ProofStop(statement, e));
            }
            index++;
        }
        if (transaction) {
            try {
                connection.commit();
            } catch (SQLException e) {
                return Optional.of(ProofStop.atCommit(statements, e));
            }
        }
        return Optional.empty();
    }
}
