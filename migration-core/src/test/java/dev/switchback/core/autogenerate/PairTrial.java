package dev.switchback.core.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.core.domain.schema.Change;
import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import dev.switchback.core.domain.schema.SchemaDiff;
import dev.switchback.core.domain.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** One pair on two databases: there and back without rows, which has to arrive, then with rows. */
final class PairTrial {

    private final GeneratedPairsContract contract;
    private final GeneratedPair pair;
    private final Connection start;
    private final DatabaseSchema before;
    private final DatabaseSchema after;
    private final List<String> dumpBefore;
    private final List<String> dumpAfter;
    private DatabaseSchema now;
    private boolean filled;

    PairTrial(GeneratedPairsContract contract, GeneratedPair pair) throws SQLException {
        this.contract = contract;
        this.pair = pair;
        start = contract.empty(1);
        Connection desired = contract.empty(2);
        build(start, pair.from());
        build(desired, pair.to());
        before = inspect(start);
        after = inspect(desired);
        now = before;
        dumpBefore = contract.dump(start);
        dumpAfter = contract.dump(desired);
    }

    /** What the database refuses is no part of the schema. */
    private static int build(Connection connection, List<String> statements) throws SQLException {
        int done = 0;
        for (String sql : statements) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
                done++;
            } catch (SQLException e) {
                assertThat(connection.isClosed()).as(e.getMessage()).isFalse();
            }
        }
        return done;
    }

    /** Whether it could pass. */
    boolean run() throws SQLException {
        if (!migrate(after, dumpAfter) || !migrate(before, dumpBefore)) {
            return false;
        }
        filled = build(start, pair.rows()) > 0;
        if (!filled) {
            return true;
        }
        RowPicture rows = RowPicture.ofData(before, start);
        if (!migrate(after, dumpAfter)) {
            return false;
        }
        RowPicture there = RowPicture.ofData(after, start);
        assertKept(rows, before, there, after);
        if (!migrate(before, dumpBefore)) {
            return false;
        }
        assertKept(there, after, RowPicture.ofData(before, start), before);
        return true;
    }

    /** From what is there now: the names that a database makes up depend on what it has had before. */
    private boolean migrate(DatabaseSchema to, List<String> dump) throws SQLException {
        List<DdlStatement> script = contract.renderer().render(SchemaDiff.between(now, to));
        boolean transaction = contract.isTransactional() && !contract.renderer().needsNoTransaction(script);
        start.setAutoCommit(!transaction);
        try {
            if (!execute(script)) {
                return false;
            }
            if (transaction && !commit(script)) {
                return false;
            }
        } finally {
            if (transaction) {
                start.rollback();
            }
            start.setAutoCommit(true);
        }
        List<String> differing = differing(contract.dump(start), dump);
        now = inspect(start);
        SchemaDiff.between(now, to).changes().forEach(change -> differing.add(words(change)));
        if (!differing.isEmpty()) {
            throw new AssertionError(String.join("\n", differing) + "\nafter " + text(script));
        }
        return true;
    }

    /** Foreign keys that are deferred are looked at only now. */
    private boolean commit(List<DdlStatement> script) throws SQLException {
        try {
            start.commit();
            return true;
        } catch (SQLException e) {
            boolean said = script.stream().anyMatch(each -> each.risk() != Risk.NONE);
            if (contract.isOfRows(e) && said && filled) {
                return false;
            }
            throw e;
        }
    }

    private boolean execute(List<DdlStatement> script) throws SQLException {
        for (DdlStatement each : script) {
            try (Statement statement = start.createStatement()) {
                statement.execute(each.sql());
            } catch (SQLException e) {
                // that a new computed column cannot be computed for a row goes without saying
                boolean said = each.risk() != Risk.NONE || each.sql().contains("GENERATED ALWAYS AS (");
                if ((contract.isOfRows(e) && said && filled) || contract.takesNoRows(e)) {
                    return false;
                }
                throw new SQLException(
                        e.getSQLState() + " " + e.getMessage() + "\nat " + each.risk() + " " + each.sql() + "\nin "
                                + text(script),
                        e.getSQLState(),
                        e.getErrorCode(),
                        e);
            }
        }
        return true;
    }

    /** Of each table that is in both, the columns that are the same in both. */
    private static void assertKept(RowPicture then, DatabaseSchema from, RowPicture now, DatabaseSchema to) {
        for (Table table : from.tables().values()) {
            to.table(table.name()).ifPresent(other -> {
                List<String> columns = table.columns().stream()
                        .filter(isSameIn(other))
                        .map(Column::name)
                        .toList();
                String name = table.name().name();
                assertThat(now.lines(name, columns)).as(name).isEqualTo(then.lines(name, columns));
            });
        }
    }

    private static Predicate<Column> isSameIn(Table other) {
        return column -> column.generated().isEmpty()
                && other.column(column.name())
                        .filter(c ->
                                c.type().equals(column.type()) && c.generated().isEmpty())
                        .isPresent();
    }

    private static String words(Change change) {
        return change instanceof Change.TableChanged table
                ? table.after().name() + " " + table.edits()
                : change.toString();
    }

    private static List<String> differing(List<String> reached, List<String> wanted) {
        List<String> lines = new ArrayList<>();
        reached.stream().filter(l -> !wanted.contains(l)).map(l -> "+ " + l).forEach(lines::add);
        wanted.stream().filter(l -> !reached.contains(l)).map(l -> "- " + l).forEach(lines::add);
        return lines;
    }

    private DatabaseSchema inspect(Connection connection) throws SQLException {
        return contract.inspector().inspect(connection, Set.of());
    }

    private static String text(List<DdlStatement> script) {
        return String.join(";\n", script.stream().map(DdlStatement::sql).toList());
    }
}
