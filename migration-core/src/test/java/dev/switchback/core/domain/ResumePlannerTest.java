package dev.switchback.core.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.error.HistoryMismatchException;
import dev.switchback.api.error.InvalidRequestException;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.core.sql.SqlDialect;
import dev.switchback.core.sql.SqlSplitter;
import dev.switchback.core.sql.SqlStatement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ResumePlannerTest {

    private static final String FILE = "V7__x.sql";

    private final ResumePlanner planner = new ResumePlanner(SqlDialect.MARIADB);

    private static SqlScript script(String sql) {
        return new SqlScript(FILE, sql, sql, SqlScript.Transaction.AUTO);
    }

    private static List<SqlStatement> split(String sql) {
        return SqlSplitter.of(SqlDialect.MARIADB).split(sql, FILE);
    }

    /** The entry of a script of which some statements are done. */
    private static JournalEntry entry(String sql, int done, boolean begun) {
        DoneStatements statements = new DoneStatements();
        split(sql).stream().limit(done).forEach(statements::add);
        JournalEntry entry = new JournalEntry(
                FILE,
                MigrationKind.VERSIONED,
                Optional.of(MigrationVersion.of("7")),
                "x",
                Direction.UP,
                done,
                statements.hash(),
                false,
                statements.marks(),
                "");
        return begun ? entry.begin(DoneStatements.mark(split(sql).get(done))) : entry;
    }

    private static Attempt attempt(JournalEntry entry) {
        Optional<Attempt.Doubt> doubt =
                entry.begun() ? Optional.of(new Attempt.Doubt(entry.done() + 1, 0, "")) : Optional.empty();
        return new Attempt("7", FILE, Direction.UP, entry.done(), 0, doubt, "process 1 on a", true);
    }

    private Resumption plan(JournalEntry entry, String sql) {
        return planner.plan(entry, attempt(entry), script(sql), OptionalInt.empty());
    }

    private Resumption plan(JournalEntry entry, String sql, int from) {
        return planner.plan(entry, attempt(entry), script(sql), OptionalInt.of(from));
    }

    private HistoryMismatchException refusal(JournalEntry entry, String sql) {
        return catchThrowableOfType(HistoryMismatchException.class, () -> plan(entry, sql));
    }

    private static String many(int count, int edited) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "UPDATE t SET a = " + (i == edited ? -i : i) + ";\n")
                .collect(Collectors.joining());
    }

    @Test
    void goesOnAfterWhatIsDoneAndCounts() {
        JournalEntry entry = entry(many(5, 0), 2, false);
        Resumption resumption = plan(entry, many(5, 0));
        assertThat(resumption.from()).isEqualTo(3);
        assertThat(resumption.total()).isEqualTo(5);
        assertThat(resumption.again()).isTrue();
        assertThat(resumption.done().hash()).isEqualTo(entry.doneHash());
    }

    @Test
    void theRestMayBeCorrected() {
        assertThat(plan(entry(many(5, 0), 2, false), many(2, 0) + "DELETE FROM t;\n")
                        .total())
                .isEqualTo(3);
    }

    @Test
    void namesTheStatementThatWasEditedAlsoAmongTheFirstOfVeryMany() {
        JournalEntry entry = entry(many(3000, 0), 2500, false);
        assertThat(refusal(entry, many(3000, 7)))
                .hasMessageContaining("V7__x.sql:7: statement 7 is not the one that is applied");
        assertThat(refusal(entry, many(3000, 2000)))
                .hasMessageContaining("V7__x.sql: not all of the first 2500 statements are those that are applied");
        assertThat(plan(entry, many(3000, 2501)).from()).isEqualTo(2501);
    }

    @Test
    void aStatementInDoubtIsLeftToTheUser() {
        JournalEntry entry = entry(many(5, 0), 2, true);
        HistoryMismatchException refused = refusal(entry, many(5, 0));
        assertThat(refused).hasMessageContaining("statement 3 was begun and is not known to have ended");
        assertThat(refused.nextStep()).contains("process 1 on a", "--resume 7 --from 4", "--from 3");
        assertThat(plan(entry, many(5, 0), 3).from()).isEqualTo(3);
        assertThat(plan(entry, many(5, 0), 4).done().count()).isEqualTo(3);
    }

    @Test
    void whatIsToRunAgainMayBeEdited() {
        JournalEntry entry = entry(many(5, 0), 4, false);
        assertThat(plan(entry, many(5, 3), 3).from()).isEqualTo(3);
        assertThat(catchThrowableOfType(HistoryMismatchException.class, () -> plan(entry, many(5, 2), 3)))
                .hasMessageContaining("statement 2 is not the one");
    }

    @Test
    void theUserCannotGoBeyondTheEnd() {
        JournalEntry entry = entry(many(5, 0), 2, false);
        assertThat(plan(entry, many(5, 0), 6).from()).isEqualTo(6);
        assertThat(catchThrowableOfType(InvalidRequestException.class, () -> plan(entry, many(5, 0), 7))
                        .nextStep())
                .contains("6 to run none");
    }

    @Test
    void sessionStateThatTheRestNeedsStopsItAndTheMessageSaysWhereToBegin() {
        String sql = """
                CREATE TABLE a (id INT);
                SET @sql = (SELECT 'ALTER TABLE a ADD b INT');
                PREPARE stmt FROM @sql;
                EXECUTE stmt;
                """;
        HistoryMismatchException refused = refusal(entry(sql, 3, false), sql);
        assertThat(refused)
                .hasMessageContaining(
                        "V7__x.sql:4: statement 4 uses STMT, which statement 3 (line 3) made in a session");
        assertThat(refused.nextStep()).contains("statements from 2 on", "--resume 7 --from 2", "--from 4");
        assertThat(plan(entry(sql, 3, false), sql, 2).from()).isEqualTo(2);
    }

    @Test
    void sessionStateThatTheRestMakesAnewDoesNotStopIt() {
        String sql = """
                SET @sql = (SELECT 'x');
                CREATE TEMPORARY TABLE tmp (id INT);
                DROP TEMPORARY TABLE tmp;
                INSERT INTO a VALUES (1);
                SET @sql = (SELECT 'y');
                PREPARE stmt FROM @sql;
                CREATE TEMPORARY TABLE tmp (id INT);
                INSERT INTO a SELECT id FROM tmp;
                INSERT INTO a VALUES (LAST_INSERT_ID());
                """;
        assertThat(plan(entry(sql, 4, false), sql).from()).isEqualTo(5);
    }

    @Test
    void theIdOfARowOfTheLastSessionIsGone() {
        String sql = "INSERT INTO a VALUES (1);\nALTER TABLE a ADD b INT;\nINSERT INTO c VALUES (LAST_INSERT_ID());\n";
        assertThat(refusal(entry(sql, 2, false), sql)).hasMessageContaining("statement 3 uses LAST_INSERT_ID");
    }
}
