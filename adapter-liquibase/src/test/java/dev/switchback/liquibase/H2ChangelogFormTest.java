package dev.switchback.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class H2ChangelogFormTest extends ChangelogFormContract {

    private static final String ALIAS = """
            // two statements and a semicolon in each
            create alias if not exists twice as $$ int twice(int x) { int y = 2; return y * x; } $$;
            create alias if not exists thrice as $$ int thrice(int x) { int y = 3; return y * x; } $$;
            create table if not exists t as select twice(4) as x;
            """;

    @Override
    Project open(Path folder) throws IOException {
        return Project.h2(folder);
    }

    @Test
    void dollarQuotesRunAndAreOneFileForPlainLiquibase() throws Exception {
        Project project = open(root).file("R__twice.sql", ALIAS);
        assertInterchangeable(project, "R__twice.sql");
        assertThat(only(project, "sqlFile").getAttribute("splitStatements")).isEqualTo("false");
        assertThat(project.query("select thrice(x) from t")).containsExactly("24");
    }
}
