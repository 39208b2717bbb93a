package dev.switchback.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.core.domain.SqlScript;
import dev.switchback.core.domain.SqlScript.Transaction;
import dev.switchback.core.jdbc.JdbcStatementSender;
import dev.switchback.core.port.EngineContext;
import dev.switchback.core.sql.SqlStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which statements are Flyway's own, and which the core's splitter knows better. */
final class ParsedStatementsTest {

    private interface Use<T> {
        T of(FlywayScripts scripts) throws SQLException;
    }

    private static <T> T with(Use<T> use) throws SQLException {
        EngineContext context = new EngineContext(
                DatabaseKind.H2,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Clock.systemUTC(),
                new JdbcStatementSender());
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                FlywaySilence silence = FlywaySilence.begin()) {
            return use.of(new FlywayScripts(
                    new FlywayLibrary(context).capture(connection, silence),
                    DatabaseKind.H2,
                    context.sender(),
                    connection));
        }
    }

    /** The lines of the statements that Flyway found too. */
    private static List<Integer> flyways(String sql) throws SQLException {
        SqlScript script = new SqlScript("V1__x.sql", sql, sql, Transaction.AUTO);
        return with(scripts -> {
            List<Integer> lines = new ArrayList<>();
            try (ParsedStatements parsed = scripts.parse(script)) {
                for (Iterator<SqlStatement> all = scripts.statements(script); all.hasNext(); ) {
                    SqlStatement statement = all.next();
                    if (parsed.find(statement) != null) {
                        lines.add(statement.line());
                    }
                }
            }
            return lines;
        });
    }

    @Test
    void everyStatementIsFlywaysWhereBothAgree() throws SQLException {
        assertThat(flyways("-- first\nselect 1; select 2;\n/* a */ select '3;' -- last\n + 4;\nselect $$;$$"))
                .containsExactly(2, 2, 3, 5);
        assertThat(flyways("insert into t values (';');\n".repeat(20_000))).hasSize(20_000);
        assertThat(flyways("-- nothing\n")).isEmpty();
    }

    @Test
    void aStatementThatFlywayFindsOtherwiseIsNotTakenFromIt() throws SQLException {
        // Flyway knows no comment of two slashes
        assertThat(flyways("select 1;\nselect 2 // it's; more\n + 3;\nselect 4;\n"))
                .containsExactly(1);
    }

    @Test
    void askingForALaterStatementGoesPastTheOnesBefore() throws SQLException {
        String sql = "select 1;\nselect 2; select 3;\nselect 4;";
        SqlScript script = new SqlScript("V1__x.sql", sql, sql, Transaction.AUTO);
        String found = with(scripts -> {
            try (ParsedStatements parsed = scripts.parse(script)) {
                Iterator<SqlStatement> all = scripts.statements(script);
                all.next();
                all.next();
                var third = parsed.find(all.next());
                return third == null ? "" : third.getSql();
            }
        });
        assertThat(found).isEqualTo("select 3");
    }
}
