package dev.switchback.core.usecase;

import dev.switchback.core.domain.RunPlan;
import dev.switchback.core.port.RunSession;
import dev.switchback.core.port.WholeTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The transactions of a run: those that the engine makes of its steps, or a single one. */
final class RunTransactions implements AutoCloseable {

    private final Connection connection;
    private final Optional<WholeTransaction> whole;

    private RunTransactions(Connection connection, Optional<WholeTransaction> whole) {
        this.connection = connection;
        this.whole = whole;
    }

    static RunTransactions of(RunPlan plan, RunSession session, Connection connection) {
        Optional<WholeTransaction> whole = plan.whole() ? Optional.of(session.whole()) : Optional.empty();
        return new RunTransactions(whole.map(WholeTransaction::connection).orElse(connection), whole);
    }

    /** The connection for the engine. */
    Connection connection() {
        return connection;
    }

    /** Keeps what the engine has not committed itself; called after the last step. */
    void commit() throws SQLException {
        if (whole.isPresent()) {
            whole.get().commit();
        }
    }

    /** Undoes what is not committed. */
    @Override
    public void close() {
        whole.ifPresent(WholeTransaction::close);
    }
}
