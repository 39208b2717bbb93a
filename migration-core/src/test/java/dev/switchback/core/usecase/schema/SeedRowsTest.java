package dev.switchback.core.usecase.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.SchemaDiff;
import dev.switchback.core.domain.schema.SchemaDifference;
import dev.switchback.core.sql.SqlDialect;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a model does to rows is taken along, or said. */
final class SeedRowsTest {

    private static final SchemaDifference CREATED =
            SchemaDiff.between(Sketch.schema(), Sketch.schema("plain: id integer", "größe-x: id integer"));

    private static SeedRows rows(SqlDialect dialect, String... statements) {
        return SeedRows.in(List.of(DdlFiles.script("model.sql", String.join(";\n", statements))), dialect);
    }

    @Test
    void areTakenAlongIfAnInsertNamesItsTableAlone() {
        String[] inserts = {
            "INSERT INTO plain VALUES (1)",
            "INSERT OR IGNORE INTO plain VALUES (2)",
            "REPLACE INTO plain VALUES (3)",
            "insert /* into other */ into Plain (id) values (4)",
            "INSERT INTO \"größe-x\" VALUES (5)",
            "INSERT INTO \"plain\"(id) SELECT 6"
        };

        SeedRows rows = rows(SqlDialect.SQLITE, inserts);

        assertThat(rows.of(CREATED)).extracting(DdlStatement::sql).containsExactly(inserts);
        assertThat(rows.notes(CREATED)).isEmpty();
    }

    @Test
    void areTakenAlongWithTheQuotesOfMariadb() {
        assertThat(rows(SqlDialect.MARIADB, "INSERT IGNORE INTO `größe-x` VALUES ('it\\'s')")
                        .of(CREATED))
                .hasSize(1);
    }

    @Test
    void areSaidToBeLeftOutWithTheirPlaceIfTheyAreChangedInAnotherWay() {
        SeedRows rows = rows(
                SqlDialect.SQLITE,
                "CREATE TABLE plain (id int)",
                "INSERT INTO main.plain VALUES (1)",
                "WITH x AS (SELECT 5 AS id) INSERT INTO plain SELECT id FROM x",
                "UPDATE plain SET id = 60",
                "DELETE FROM plain",
                "WITH x AS (SELECT 5) SELECT * FROM x");

        assertThat(rows.of(CREATED)).isEmpty();
        assertThat(rows.notes(CREATED))
                .extracting(note -> note.split(" is left out", -1)[0])
                .containsExactly(
                        "model.sql:2: INSERT", "model.sql:3: WITH", "model.sql:4: UPDATE", "model.sql:5: DELETE");
    }

    @Test
    void areNotSpokenOfWhereNoTableIsNew() {
        SchemaDifference nothing = SchemaDiff.between(Sketch.schema(), Sketch.schema());

        assertThat(rows(SqlDialect.SQLITE, "UPDATE plain SET id = 60").notes(nothing))
                .isEmpty();
    }
}
