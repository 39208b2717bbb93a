package dev.switchback.cli.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.model.Direction;
import dev.switchback.api.model.Migration;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationPlan;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.PlannedMigration;
import dev.switchback.api.model.PlannedStatement;
import dev.switchback.cli.terminal.Page;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PlanAnswerTest {

    private static final String SCRIPT = "V1__rows.sql";

    private static PlanAnswer plan(PlannedStatement... statements) {
        Optional<MigrationVersion> one = Optional.of(MigrationVersion.of("1"));
        Migration migration = new Migration(MigrationKind.VERSIONED, one, "rows", SCRIPT, "00", Optional.empty());
        return new PlanAnswer(new MigrationPlan(
                Direction.UP,
                Optional.empty(),
                one,
                List.of(new PlannedMigration(migration, SCRIPT, true, List.of(statements))),
                List.of(),
                "print"));
    }

    private static String script(PlanAnswer answer) {
        Page page = new Page(Integer.MAX_VALUE, true);
        answer.describe(page);
        return page.render(false);
    }

    @Test
    void aScriptHasTheRowsOfACopyToTheLastTab() {
        assertThat(script(plan(
                        new PlannedStatement(
                                1,
                                1,
                                "COPY a FROM stdin",
                                Optional.empty(),
                                Optional.of("COPY a FROM stdin;\n1\t\n\\.")),
                        new PlannedStatement(2, 4, "SELECT 1"))))
                .endsWith("\nCOPY a FROM stdin;\n1\t\n\\.\nSELECT 1;\n");
    }

    @Test
    void blanksAtTheEndOfALineCanBePartOfAValue() {
        assertThat(script(plan(new PlannedStatement(1, 1, "INSERT INTO a VALUES ('b  \nc')"))))
                .endsWith("VALUES ('b  \nc');\n");
    }

    @Test
    void aCommentOnAPullRequestHasTheSame() {
        PlannedStatement procedure =
                new PlannedStatement(1, 1, "p;", Optional.empty(), Optional.of("DELIMITER $$\np;$$\nDELIMITER ;"));
        assertThat(plan(procedure).markdown()).get().asString().contains("DELIMITER $$\np;$$\nDELIMITER ;\n");
    }
}
