package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.error.InvalidMigrationSourceException;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.PlannedStatement;
import dev.switchback.api.model.RunResult;
import dev.switchback.api.model.Target;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.port.EngineProvider;
import dev.switchback.core.sql.SqlSplitter;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scripts that only one kind of database understands: with every engine they are planned, run, reverted and run again,
 * whatever their line ends are. A subclass per database names its scripts in a static method {@code cases}.
 */
public abstract class DialectContract extends WorkflowContract {

    private static final String SCRIPT = "V1__case.sql";

    /**
     * For the contracts of one database.
     *
     * @param provider the engine
     * @param product the database
     */
    protected DialectContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    @ParameterizedTest
    @MethodSource("cases")
    final void runsWhatTheDatabaseUnderstands(DialectCase example) throws SQLException {
        write(example, "");
        try (MigrationManager manager = open()) {
            List<PlannedStatement> planned =
                    manager.plan(Direction.UP, Target.head()).steps().get(0).statements();
            RunResult up = manager.upgrade();
            assertThat(labels(up)).containsExactly("1", "2");
            assertThat(up.executed().get(0).statements()).isEqualTo(planned.size());
            assertThat(sent())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("destroys", "client")
                    .containsExactlyElementsOf(planned);
            assertThat(asOneScript(planned))
                    .as("what --sql writes is the same script for a client program")
                    .isEqualTo(split(example.up()));
            assertRows(example);
            assertThat(manager.downgrade(Target.base()).executed()).hasSize(2);
            assertThat(database().tables()).noneMatch(table -> !isOurs(table));
            write(example, "\r");
            assertThat(labels(manager.upgrade())).containsExactly("1", "2");
            assertRows(example);
            assertThat(manager.check().ok()).isTrue();
        }
    }

    /** With a migration after it, which must not be disturbed by what the script left in its session. */
    private void write(DialectCase example, String beforeLineFeed) {
        files().put(SCRIPT, ends(example.up(), beforeLineFeed))
                .put("U1__case.sql", ends(example.down(), beforeLineFeed))
                .put("V2__next.sql", "CREATE TABLE next_one (id INTEGER PRIMARY KEY);\n")
                .put("U2__next.sql", "DROP TABLE next_one;\n");
    }

    /** What a tool wrote of a database that belongs to {@code app_owner}, as if it belonged to the user of this one. */
    final String dump(String name) {
        return DialectCase.read(name).replace("app_owner", database().user());
    }

    private static String ends(String text, String beforeLineFeed) {
        return text.replace("\n", beforeLineFeed + "\n");
    }

    private List<List<Object>> asOneScript(List<PlannedStatement> planned) {
        return split(planned.stream().map(PlannedStatement::script).collect(Collectors.joining("\n")));
    }

    private List<List<Object>> split(String script) {
        return SqlSplitter.of(Dialect.of(product().kind()).sql()).split(script, SCRIPT).stream()
                .map(statement -> List.<Object>of(statement.sql(), statement.copyData()))
                .toList();
    }

    private List<PlannedStatement> sent() {
        return events().stream()
                .filter(MigrationEvent.StatementStarted.class::isInstance)
                .map(MigrationEvent.StatementStarted.class::cast)
                .filter(event -> event.script().equals(SCRIPT))
                .map(event -> new PlannedStatement(event.index(), event.line(), event.sql()))
                .toList();
    }

    private void assertRows(DialectCase example) throws SQLException {
        assertThat(example.rows()).isNotEmpty();
        for (Map.Entry<String, List<String>> query : example.rows().entrySet()) {
            assertThat(database().column(query.getKey())).as(query.getKey()).isEqualTo(query.getValue());
        }
    }

    private boolean isOurs(String table) {
        return table.startsWith(provider().info().historyTable().toLowerCase(Locale.ROOT))
                || table.equals("switchback_journal");
    }

    /** A comparison tries the migrations in a scratch database, from which this one would get out. */
    final void refusesToTry(String migration) throws SQLException {
        database().allowScratchDatabases();
        files().put("V1__first.sql", migration);
        try (MigrationManager manager = open()) {
            assertThat(labels(manager.upgrade())).containsExactly("1");
            InvalidMigrationSourceException error =
                    catchThrowableOfType(InvalidMigrationSourceException.class, manager::drift);
            assertThat(error).hasMessageContaining("in a scratch database: this would leave it");
            assertThat(error.problems())
                    .allSatisfy(problem -> assertThat(problem.nextStep()).contains("drift=never"));
        }
    }
}
