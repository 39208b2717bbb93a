package dev.switchback.core.usecase;

import java.sql.SQLException;
import java.util.Optional;

/** What the database said, below what was thrown. */
final class SqlCause {
    private SqlCause() {}

    static Optional<SQLException> of(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }
}
