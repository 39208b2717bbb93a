package dev.switchback.liquibase;

import dev.switchback.core.port.StatementListener;
import dev.switchback.core.sql.SqlStatement;
import java.util.ArrayList;
import java.util.List;

/** Remembers what it was told. */
final class Recording implements StatementListener {

    final List<String> events = new ArrayList<>();

    @Override
    public void started(SqlStatement statement) {
        events.add("started " + statement.index() + " line " + statement.line());
    }

    @Override
    public void finished(SqlStatement statement) {
        events.add("finished " + statement.index());
    }
}
