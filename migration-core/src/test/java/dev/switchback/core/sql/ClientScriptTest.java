package dev.switchback.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written for a client is read back by the splitter, which takes scripts of clients, as the same statements. */
final class ClientScriptTest {

    record Case(SqlDialect dialect, String script, String written) {}

    private static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        SqlDialect.POSTGRESQL,
                        "COPY a FROM stdin;\n1\t\n2\tx;\n\\.\nSELECT 1;\n",
                        "COPY a FROM stdin;\n1\t\n2\tx;\n\\.\nSELECT 1;\n"),
                new Case(SqlDialect.POSTGRESQL, "COPY a FROM stdin;\n\\.\n", "COPY a FROM stdin;\n\\.\n"),
                new Case(SqlDialect.POSTGRESQL, "DO $$ BEGIN PERFORM 1; END $$;\n", "DO $$ BEGIN PERFORM 1; END $$;\n"),
                new Case(
                        SqlDialect.MARIADB,
                        "DELIMITER //\nCREATE PROCEDURE p()\nBEGIN\n  SELECT 1;\nEND//\nDELIMITER ;\nSELECT 2;\n",
                        "DELIMITER $$\nCREATE PROCEDURE p()\nBEGIN\n  SELECT 1;\nEND$$\nDELIMITER ;\nSELECT 2;\n"),
                new Case(
                        SqlDialect.MARIADB,
                        "INSERT INTO a VALUES ('b;', \"it\\\"s;\" /* ; */);\n",
                        "INSERT INTO a VALUES ('b;', \"it\\\"s;\" /* ; */);\n"),
                new Case(
                        SqlDialect.MARIADB,
                        "DELIMITER @@\nCREATE PROCEDURE p() BEGIN SELECT '$$//'; END@@\n",
                        "DELIMITER $end1$\nCREATE PROCEDURE p() BEGIN SELECT '$$//'; END$end1$\nDELIMITER ;\n"),
                new Case(
                        SqlDialect.MARIADB,
                        "DELIMITER @@\nCREATE PROCEDURE p() BEGIN SELECT 1; END e$@@\n",
                        "DELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT 1; END e$//\nDELIMITER ;\n"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aClientReadsTheSameStatements(Case given) {
        SqlSplitter splitter = SqlSplitter.of(given.dialect());
        List<SqlStatement> statements = splitter.split(given.script(), "x.sql");
        StringBuilder written = new StringBuilder();
        for (SqlStatement statement : statements) {
            written.append(ClientScript.of(
                                    given.dialect(),
                                    statement.sql(),
                                    statement.copyData().map(CopyData::text))
                            .orElse(statement.sql() + ";"))
                    .append('\n');
        }
        assertThat(written.toString()).isEqualTo(given.written());
        assertThat(splitter.split(written.toString(), "x.sql"))
                .map(s -> List.of(s.sql(), s.copyData()))
                .isEqualTo(statements.stream()
                        .map(s -> List.of(s.sql(), s.copyData()))
                        .toList());
    }

    @Test
    void aPlainStatementNeedsNothing() {
        for (SqlDialect dialect : SqlDialect.values()) {
            assertThat(ClientScript.of(dialect, "SELECT 1", Optional.empty())).isEmpty();
        }
    }
}
