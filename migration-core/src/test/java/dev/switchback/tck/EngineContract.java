package dev.switchback.tck;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Direction;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.jdbc.JdbcStatementSender;
import dev.switchback.core.port.Engine;
import dev.switchback.core.port.EngineContext;
import dev.switchback.core.port.EngineProvider;
import dev.switchback.core.port.MigrationSession;
import dev.switchback.core.port.StatementListener;
import dev.switchback.core.sql.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the contracts of an engine's ports share: an engine on a fresh database, and the steps to send through it. */
public abstract class EngineContract extends DatabaseContract {

    private final EngineProvider provider;

    /**
     * For the contracts.
     *
     * @param provider the engine
     * @param product the database to run on
     */
    protected EngineContract(EngineProvider provider, TestDatabase product) {
        super(product);
        this.provider = provider;
    }

    /** The engine's provider. */
    protected final EngineProvider provider() {
        return provider;
    }

    /** What the engine is opened with unless a test wants something else. */
    protected final EngineContext context() {
        return new EngineContext(
                product().kind(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Clock.systemUTC(),
                new JdbcStatementSender());
    }

    /** The engine, opened with {@link #context}. */
    protected final Engine open() {
        return provider.open(context());
    }

    static StatementListener deaf() {
        return new StatementListener() {
            @Override
            public void started(SqlStatement statement) {}

            @Override
            public void finished(SqlStatement statement) {}
        };
    }

    static List<MigrationScript> build(List<Scripts> scripts) {
        return scripts.stream().map(Scripts::build).toList();
    }

    static MigrationStep up(MigrationScript script) {
        return new MigrationStep(Direction.UP, script, Optional.empty(), List.of(), List.of(), true, 1);
    }

    static MigrationStep down(MigrationScript script, AppliedMigration applied) {
        return new MigrationStep(Direction.DOWN, script, Optional.of(applied), List.of(), List.of(), true, 1);
    }

    /** The history as another connection sees it. */
    final List<AppliedMigration> history(Engine engine) throws SQLException {
        try (Connection connection = database().connection()) {
            return engine.store().read(connection);
        }
    }

    final List<String> lines(Engine engine) throws SQLException {
        return HistoryLines.of(history(engine));
    }

    final AppliedMigration row(Engine engine, String script) throws SQLException {
        return history(engine).stream()
                .filter(row -> row.script().equals(script))
                .findFirst()
                .orElseThrow(() -> new AssertionError(script + " is not in the history"));
    }

    final void create(Engine engine) throws SQLException {
        try (Connection connection = database().connection()) {
            engine.store().create(connection);
        }
    }

    /** Runs steps in one session on one connection, as the core does. */
    final void run(Engine engine, MigrationStep... steps) throws SQLException {
        create(engine);
        try (Connection connection = database().connection();
                MigrationSession session = engine.runner().begin(connection)) {
            for (MigrationStep step : steps) {
                session.execute(step, deaf());
            }
        }
    }

    final void apply(Engine engine, List<MigrationScript> scripts) throws SQLException {
        run(engine, scripts.stream().map(EngineContract::up).toArray(MigrationStep[]::new));
    }

    /** Does something to the history in one transaction, as the core does. */
    final void inTransaction(HistoryWork work) throws SQLException {
        try (Connection connection = database().connection()) {
            connection.setAutoCommit(false);
            work.on(connection);
            connection.commit();
        }
    }

    /** Something done to the history. */
    @FunctionalInterface
    interface HistoryWork {
        void on(Connection connection) throws SQLException;
    }
}
