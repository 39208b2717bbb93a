package dev.switchback.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class SqliteChangelogFormTest extends ChangelogFormContract {

    private static final String TRIGGER = """
            create trigger level_of after insert on a begin
              update a set level = case when new.x > 5 then 'high' else 'low' end where x = new.x;
              insert into log values ('it''s; done');
            end;
            """;
    private static final String TABLES = "create table a (x int, level text);create table log (what text);";

    @Override
    Project open(Path folder) throws IOException {
        return Project.sqlite(folder);
    }

    @Test
    void aTriggerWithCaseRunsAndIsOneFileForPlainLiquibase() throws Exception {
        Project project =
                open(root).file("V1__tables.sql", TABLES).file("R__level.sql", "-- the level\n" + TRIGGER + "-- end\n");
        assertInterchangeable(project, "V1__tables.sql", "R__level.sql");
        assertThat(export(project).getElementsByTagName("sql").getLength()).isZero();
        assertLevels(project);
    }

    @Test
    void aTriggerWithCaseAmongOtherStatementsIsCopiedStatementByStatement() throws Exception {
        Project project = open(root).file("V1__tables.sql", TABLES + "\n-- the level\n" + TRIGGER);
        assertInterchangeable(project, "V1__tables.sql");
        assertThat(export(project).getElementsByTagName("sql").getLength()).isEqualTo(3);
        assertThat(only(project, "validCheckSum").getTextContent())
                .isEqualTo(project.row("V1__tables.sql").checksum().orElseThrow());
        assertLevels(project);
    }

    @Test
    void plainLiquibaseRollsBackWithACopiedScript() throws Exception {
        Project project = open(root)
                .file("V1__tables.sql", TABLES)
                .file("V2__level.sql", TRIGGER)
                .file("U2__level.sql", "drop trigger level_of;\n" + TRIGGER.replace("level_of", "old_level"));
        project.up("V1__tables.sql", "V2__level.sql");
        new PlainLiquibase(project, project.export()).rollback(1);
        assertThat(project.query("select name from sqlite_master where type = 'trigger'"))
                .containsExactly("old_level");
    }

    private static void assertLevels(Project project) throws Exception {
        try (var connection = project.connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate("insert into a (x) values (9)");
        }
        assertThat(project.query("select level from a")).containsExactly("high");
        assertThat(project.query("select what from log")).containsExactly("it's; done");
    }
}
