package dev.switchback.core.usecase.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import dev.switchback.core.sql.SqlDialect;
import dev.switchback.core.sql.SqlSplitter;
import dev.switchback.core.sql.SqlStatement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A script reads as a person would have written it, and is taken apart as it was put together. */
final class MigrationTextTest {

    @Test
    void keepsShortStatementsTogetherAndSetsLongOnesApart() {
        String text = new MigrationText(SqlDialect.SQLITE)
                .of(
                        List.of(
                                DdlStatement.of("CREATE TABLE a (\n    id INTEGER\n)"),
                                DdlStatement.of("CREATE INDEX i ON a (id)"),
                                DdlStatement.of("CREATE INDEX j ON a (id)"),
                                new DdlStatement("DROP TABLE b", Risk.LOSES_DATA, Optional.of("its rows are lost"))),
                        List.of("transaction=off"),
                        List.of("Made."));

        assertThat(text).isEqualTo("""
                        -- Made.
                        -- switchback: transaction=off

                        CREATE TABLE a (
                            id INTEGER
                        );

                        CREATE INDEX i ON a (id);
                        CREATE INDEX j ON a (id);

                        -- its rows are lost
                        DROP TABLE b;
                        """);
    }

    @Test
    void endsAStatementThatEndsInACommentOnItsOwnLine() {
        String view = "CREATE VIEW v AS SELECT 1 -- one";

        String text = new MigrationText(SqlDialect.SQLITE)
                .of(List.of(DdlStatement.of(view), DdlStatement.of("SELECT 2")), List.of(), List.of());

        assertThat(SqlSplitter.of(SqlDialect.SQLITE).split(text, "x"))
                .extracting(SqlStatement::sql)
                .contains("SELECT 2");
    }

    @Test
    void keepsBodiesWithSemicolonsWhole() {
        String trigger = "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET NEW.x = 1; SET NEW.y = 2; END";
        String plain = "CREATE TRIGGER t2 BEFORE INSERT ON a FOR EACH ROW SET NEW.x = 1";

        String text = new MigrationText(SqlDialect.MARIADB)
                .of(List.of(DdlStatement.of(trigger), DdlStatement.of(plain)), List.of(), List.of());

        assertThat(SqlSplitter.of(SqlDialect.MARIADB).split(text, "x"))
                .extracting(SqlStatement::sql)
                .containsExactly(trigger, plain);
    }
}
