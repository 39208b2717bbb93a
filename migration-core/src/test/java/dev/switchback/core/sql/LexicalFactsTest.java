package dev.switchback.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the splitter believes of the databases that run in process, asked of the databases themselves. */
final class LexicalFactsTest {
    private static List<String> run(SqlDialect dialect, String url, String script) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (SqlStatement one : SqlSplitter.of(dialect).split(script, "x.sql")) {
                if (statement.execute(one.sql())) {
                    try (ResultSet rows = statement.getResultSet()) {
                        while (rows.next()) {
                            answers.add(rows.getString(1));
                        }
                    }
                }
            }
        }
        return answers;
    }

    @Test
    void sqliteRunsWhatTheSplitterGives() throws SQLException {
        assertThat(run(SqlDialect.SQLITE, "jdbc:sqlite::memory:", """
                create table slot("begin" int, end int, [a;b] text default 'x;y');
                create trigger t after insert on slot when case new.end when 1 then 1 end begin
                  select case when new.end < 0 then raise(abort, 'negative; end;') end;
                  update slot set "begin" = case when new.end > 0 then 7 else 8 end; -- ; end;
                  update slot set [a;b] = 'end;' where `begin` = 8;
                end;
                insert into slot(end) values (1); /* a /* b; */
                select "begin" || [a;b] from slot;
                select 'c:\\' || `a;b` from slot;
                begin;
                select end from slot;
                end;
                """)).containsExactly("7x;y", "c:\\x;y", "1");
    }

    @Test
    void h2RunsWhatTheSplitterGives() throws SQLException {
        assertThat(run(SqlDialect.H2, "jdbc:h2:mem:", """
                select 1 // it's; a comment
                + 1;
                select 2 /* a; /* b; */ ' */ + 1;
                select $$it's; $1$$;
                select 4 as a$$b;
                select `five;` from (select 5 as `five;`);
                select 'c:\\';
                select U&'six;''';
                begin;
                commit;
                """))
                .containsExactly("2", "3", "it's; $1", "4", "5", "c:\\", "six;'");
    }

    @Test
    void sqliteAgreesAboutWhatCannotRunInATransaction() throws SQLException {
        StatementClassifier classifier = StatementClassifier.of(SqlDialect.SQLITE);
        List<String> statements = List.of(
                "vacuum",
                "pragma synchronous = off",
                "pragma user_version = 3",
                "pragma defer_foreign_keys = on",
                "attach ':memory:' as m",
                "create table t(a)",
                "savepoint a",
                "release a");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            statement.execute("begin");
            for (String sql : statements) {
                assertThat(fails(statement, sql))
                        .as(sql)
                        .isEqualTo(classifier.classify(sql).isOutsideTransaction());
            }
        }
    }

    private static boolean fails(Statement statement, String sql) {
        try {
            statement.execute(sql);
            return false;
        } catch (SQLException e) {
            return true;
        }
    }
}
