package dev.switchback.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.error.InvalidMigrationSourceException;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.PlannedStatement;
import dev.switchback.api.model.Problem;
import dev.switchback.api.model.RebaseResult.Rebased;
import dev.switchback.api.model.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changelogs among the other files of a folder. */
final class NativeFolderTest {

    private static final String ROW = "<insert tableName=\"orders\"><column name=\"id\" valueNumeric=\"1\"/></insert>";

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void createFolder() throws IOException {
        folder = Files.createDirectories(root.resolve("migrations"));
        write("V1__orders.xml", NativeFiles.XML);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Switchback.Builder configure() {
        return Switchback.configure().baseDir(root).engine("liquibase").databaseUrl("sqlite:///app.db");
    }

    private List<String> problems() {
        try (MigrationManager manager = configure().open()) {
            return manager.check().problems().stream().map(Problem::message).toList();
        }
    }

    @Test
    void aBaselineAndADownScriptHaveToBeSql() throws IOException {
        write("B1__base.xml", NativeFiles.XML);
        write("U1__orders.xml", NativeFiles.XML);
        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "migrations/B1__base.xml is a baseline, which has to be a SQL file",
                        "migrations/U1__orders.xml is a down script, which has to be a SQL file");
    }

    @Test
    void aRollbackAndADownScriptAreOneTooMany() throws IOException {
        write("V2__row.xml", NativeFiles.version(2, ROW + "<rollback>delete from orders</rollback>"));
        write("U2__row.sql", "delete from orders;");
        assertThat(problems())
                .containsExactly("migrations/V2__row.xml has a rollback, but there is migrations/U2__row.sql as well");
    }

    @Test
    void aDownScriptGoesBeforeWhatLiquibaseKnows() throws IOException {
        write("U1__orders.sql", "drop table orders; create table were_here (x int);");
        try (MigrationManager manager = configure().open()) {
            manager.upgrade();
            assertThat(manager.plan(Direction.DOWN, Target.base())
                            .steps()
                            .get(0)
                            .statements())
                    .extracting(PlannedStatement::sql)
                    .containsExactly("drop table orders", "create table were_here (x int)");
        }
    }

    @Test
    void aVersionIsThereOnceInWhateverFormat() throws IOException {
        write("V1__other.sql", "select 1;");
        assertThat(problems()).singleElement().asString().contains("has the same version as");
    }

    @Test
    void aConfigurationBesideItIsForSqlOnly() throws IOException {
        write("V1__orders.xml.conf", "executeInTransaction=false");
        assertThat(problems()).containsExactly("migrations/V1__orders.xml.conf is not a migration");
    }

    @Test
    void otherFilesOfTheFormatAreNoMigrations() throws IOException {
        write("db.changelog.xml", NativeFiles.XML);
        write("package.json", "{}");
        write("v2_x.yaml", NativeFiles.YAML);
        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "migrations/db.changelog.xml is not a migration",
                        "migrations/package.json is not a migration",
                        "migrations/v2_x.yaml begins with a small v");
    }

    @Test
    void itGetsANewVersionInsideToo() throws IOException {
        write("V3__theirs.sql", "create table theirs (x int);");
        try (MigrationManager manager = configure().open()) {
            manager.upgrade();
            write(
                    "V2__ours.yaml",
                    NativeFiles.YAML.replace("id: 1", "id: \"2\"").replace("orders", "ours"));
            Rebased rebased = manager.rebase(List.of()).migrations().get(0);
            String version = rebased.to().text();
            assertThat(rebased.files()).hasSize(1);
            assertThat(folder.resolve("V" + version + "__ours.yaml")).content().contains("id: \"" + version + "\"");
            assertThat(manager.upgrade().executed()).hasSize(1);
        }
    }

    @Test
    void itKeepsItsNameIfTheIdCannotBeFound() throws IOException {
        write("V3__theirs.sql", "create table theirs (x int);");
        try (MigrationManager manager = configure().open()) {
            manager.upgrade();
            String ours =
                    "# id: 2\n" + NativeFiles.YAML.replace("id: 1", "id: \"2\"").replace("orders", "ours");
            write("V2__ours.yaml", ours);
            assertThatThrownBy(() -> manager.rebase(List.of()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("the id in V2__ours.yaml cannot be found");
            assertThat(folder.resolve("V2__ours.yaml")).content().isEqualTo(ours);
        }
    }

    @Test
    void placeholdersAreReplacedAndTheirValuesAreInNoOutput() throws IOException {
        write("V2__row.xml", NativeFiles.version(2, "<sql>insert into orders (id, note) values (9, '${word}')</sql>"));
        write("V3__fails.xml", NativeFiles.version(3, "<sql>insert into nowhere values ('${word}')</sql>"));
        write("V4__fails.xml", NativeFiles.version(4, "<createTable tableName=\"x\" color=\"${word}\"/>"));
        try (MigrationManager manager =
                configure().placeholder("word", "hunter2-hunter2").open()) {
            assertThat(manager.plan(Direction.UP, Target.parse("2"))
                            .steps()
                            .get(1)
                            .statements())
                    .extracting(PlannedStatement::sql)
                    .containsExactly("insert into orders (id, note) values (9, '${word}')");
            assertThat(manager.show("2").upSql()).contains("insert into orders (id, note) values (9, '${word}');");
            assertThat(manager.check().problems().toString())
                    .contains("V4__fails.xml:3", "color")
                    .doesNotContain("hunter2");
            assertThat(catchThrowableOfType(MigrationFailedException.class, () -> manager.upgrade(Target.parse("3")))
                            .toString())
                    .contains("V3__fails.xml")
                    .doesNotContain("hunter2");
        }
    }

    /** Only what has been read is replaced: a value is no part of YAML, and no name of something that is wrong. */
    @Test
    void aValueIsAValueWhateverIsInIt() throws Exception {
        String head = """
                databaseChangeLog:
                - changeSet:
                    id: "2"
                    author: switchback
                    changes:
                    - insert:
                        tableName: orders
                        columns:
                """;
        write("V2__row.yaml", head + """
                        - column: {name: id, valueNumeric: 9}
                        - column:
                            name: note
                            value: ${word}
                """);
        try (MigrationManager manager =
                configure().placeholder("word", "abc #d, {x: \\n").open()) {
            manager.upgrade();
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + root.resolve("app.db"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select note from orders where id = 9")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("abc #d, {x: \\n");
        }
        write("V3__flow.yaml", head.replace("\"2\"", "\"3\"") + "        - column: {name: note, value: ${word}}\n");
        write("V4__name.yaml", head.replace("\"2\"", "\"4\"") + "        - column: {na${word}: note}\n");
        try (MigrationManager manager =
                configure().placeholder("word", "hunter2, hunter3").open()) {
            assertThat(manager.check().problems())
                    .hasSizeGreaterThan(1)
                    .extracting(Problem::toString)
                    .noneMatch(problem -> problem.contains("hunter"));
        }
    }

    @Test
    void withoutAValueAPlaceholderIsAProblem() throws IOException {
        write("V2__row.xml", NativeFiles.version(2, "<sql>\nselect '${word}'</sql>"));
        try (MigrationManager manager =
                configure().set(ConfigKey.PLACEHOLDERS_ENABLED, "true").open()) {
            assertThat(manager.check().problems())
                    .extracting(Problem::message)
                    .containsExactly("migrations/V2__row.xml:3 placeholder ${word} has no value");
        }
    }

    @Test
    void onlyKnownTypesCanBeAllowed() {
        assertThatThrownBy(() -> configure()
                        .set(ConfigKey.LIQUIBASE_ALLOWED_CHANGES, "customChange,loadData")
                        .open()
                        .close())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("liquibase.allowed-changes: loadData cannot be allowed");
    }

    @Test
    void codeRunsOnlyIfItIsAllowed() throws IOException {
        String type = ChangeCompilerTest.Sql.class.getName();
        write("V2__code.xml", NativeFiles.version(2, "<customChange class=\"" + type + "\"/>"));
        assertThat(problems()).singleElement().asString().contains("is code and not SQL");
        try (MigrationManager manager = configure()
                .set(ConfigKey.LIQUIBASE_ALLOWED_CHANGES, "customChange")
                .open()) {
            assertThat(manager.upgrade().executed()).hasSize(2);
        }
    }

    @Test
    void whatGivesNoSqlIsFoundBeforeAnythingRuns() throws IOException {
        write("V2__total.xml", NativeFiles.version(2, "<dropColumn tableName=\"orders\" columnName=\"note\"/>"));
        try (MigrationManager manager = configure().open()) {
            assertThat(catchThrowableOfType(InvalidMigrationSourceException.class, manager::upgrade))
                    .hasMessageContaining("V2__total.xml:3: no SQL can be made of dropColumn");
            assertThat(manager.history()).isEmpty();
            assertThat(manager.show("2").problems()).hasSize(1);
            // the engine's own commands are given the files too
            assertThat(catchThrowableOfType(
                            InvalidMigrationSourceException.class, () -> manager.engineCommand(List.of("status"))))
                    .hasMessageContaining("V2__total.xml:3: no SQL can be made of dropColumn");
        }
    }

    @Test
    void aFailureNamesTheLineOfTheChange() throws IOException {
        write("V2__row.xml", NativeFiles.version(2, "\n\n" + ROW + "\n" + ROW));
        try (MigrationManager manager = configure().open()) {
            assertThat(catchThrowableOfType(MigrationFailedException.class, manager::upgrade))
                    .hasMessageContaining("V2__row.xml:6: statement 2");
        }
    }
}
