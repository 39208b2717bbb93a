package dev.switchback.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.model.Problem;
import dev.switchback.api.model.Problem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that may be wrong in a folder is one problem that names the file and what to do. */
class BadFolderTest {
    @TempDir
    Path dir;

    private Sources sources;

    @BeforeEach
    void makeFolder() throws IOException {
        sources = Sources.in(dir);
    }

    @ParameterizedTest
    @CsvSource({
        "v2__b.sql,                      BAD_NAME,        rename it to V2__b.sql",
        "V3_c.sql,                       BAD_NAME,        rename it to V3__c.sql",
        "V4__d.SQL,                      BAD_NAME,        rename it to V4__d.sql",
        "users.sql,                      BAD_NAME,        name it V<version>__<description>.sql",
        "sub/users.sql,                  BAD_NAME,        name it V<version>__<description>.sql",
        "notes.txt,                      UNEXPECTED_FILE, list it in .switchbackignore",
        "V1__x.sql.bak,                  UNEXPECTED_FILE, list it in .switchbackignore",
        "changelog.xml,                  UNEXPECTED_FILE, list it in .switchbackignore",
        ".hidden,                        UNEXPECTED_FILE, list it in .switchbackignore",
        ".V1__x.sql,                     BAD_NAME,        name it V<version>__<description>.sql",
        "sub/migrations.sum,             UNEXPECTED_FILE, list it in .switchbackignore",
        "beforeMigrate.sql,              UNEXPECTED_FILE, make it a migration",
        "afterEachMigrate__log.sql,      UNEXPECTED_FILE, make it a migration",
        "U7__gone.sql,                   ORPHAN,          delete the down script",
        "V7__gone.sql.conf,              ORPHAN,          delete it",
        "V8__a.xml,                      BAD_CONTENT,     choose it (--engine liquibase)",
        "R__a.json,                      BAD_CONTENT,     in a .sql file",
        "v8_a.yaml,                      BAD_NAME,        rename it to V8__a.yaml",
        "V8__a.xml.conf,                 UNEXPECTED_FILE, list it in .switchbackignore",
    })
    void oneFileThatDoesNotBelong(String path, Kind kind, String nextStep) throws IOException {
        sources.write(path, "select 1;");
        Problem problem = sources.problem();
        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem.script()).isEqualTo(path);
        assertThat(problem.message()).startsWith("migrations/" + path);
        assertThat(problem.nextStep()).contains(nextStep);
    }

    @Test
    void tooLongVersionDescriptionAndPath() throws IOException {
        sources.write("V" + "1".repeat(60) + "__x.sql", "select 1;");
        sources.write("V1__" + "d".repeat(240) + ".sql", "select 1;");
        sources.write("s".repeat(200) + "/V2__" + "d".repeat(100) + ".sql", "select 1;");
        assertThat(sources.load().problems())
                .hasSize(3)
                .allMatch(problem -> problem.kind() == Kind.BAD_NAME)
                .extracting(Problem::message)
                .anyMatch(message -> message.contains("version of 60 characters"))
                .anyMatch(message -> message.contains("description of 240 characters"))
                .anyMatch(message -> message.contains("longer with its folders than 255"));
    }

    @ParameterizedTest
    @CsvSource({
        "V1__a.sql, V01__b.sql",
        "V1__a.sql, V1.0__b.sql",
        "V1_1__a.sql, V1.1__b.sql",
        "V1__a.sql, V1__A.sql",
        "V1__a.sql, sub/V1__a.sql",
        "R__view.sql, R__VIEW.sql",
        "R__view_i.sql, R__VIEW_I.sql",
        "R__a_b.sql, R__a b.sql",
        "R__caf\u00e9.sql, R__cafe\u0301.sql",
        "B3__a.sql, B3__b.sql",
    })
    void twoFilesOfOneName(String one, String other) throws IOException {
        sources.write(one, "select 1;").write(other, "select 1;");
        Problem problem = sources.problem();
        assertThat(problem.kind()).isEqualTo(Kind.DUPLICATE);
        assertThat(problem.message()).contains("migrations/" + one, "migrations/" + other);
    }

    @Test
    void twoDownScriptsOfOneVersion() throws IOException {
        sources.write("V1__a.sql", "select 1;").write("U1__a.sql", "select 1;").write("U1__b.sql", "select 1;");
        assertThat(sources.problem().kind()).isEqualTo(Kind.DUPLICATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"V1__x.sql", "B1__x.sql", "R__x.sql"})
    void aFileWithNothingToRun(String name) throws IOException {
        sources.write(name, "");
        assertThat(sources.problem().message()).isEqualTo("migrations/" + name + " is empty");
        sources.write(name, "-- only\n/* comments */\n");
        assertThat(sources.problem().message()).contains(name, "only comments");
        assertThat(sources.problem().kind()).isEqualTo(Kind.BAD_CONTENT);
    }

    @Test
    void aDownScriptWithNothingToRun() throws IOException {
        sources.write("V1__x.sql", "select 1;").write("U1__x.sql", "-- later");
        assertThat(sources.problem().message()).contains("U1__x.sql", "only comments");
        assertThat(sources.problem().nextStep()).contains("delete the file");
    }

    @Test
    void aFileThatIsNotUtf8() throws IOException {
        sources.write("V1__x.sql", new byte[] {'s', '\n', 'e', (byte) 0xE4, ' '});
        assertThat(sources.problem().kind()).isEqualTo(Kind.BAD_CONTENT);
        assertThat(sources.problem().script()).isEqualTo("V1__x.sql");
        assertThat(sources.problem().message()).isEqualTo("migrations/V1__x.sql:2:2 is not UTF-8");
        assertThat(sources.scripts()).isEmpty();
    }

    @Test
    void contradictions() throws IOException {
        sources.write("V1__a.sql", "-- switchback: irreversible why\nselect 1;")
                .write("U1__a.sql", "-- switchback: irreversible why\nselect 1;")
                .write("V2__b.sql", "-- switchback: transaction=off\nselect 1;")
                .write("V2__b.sql.conf", "executeInTransaction=true\nshouldExecute=false");
        assertThat(sources.load().problems())
                .extracting(Problem::message)
                .satisfiesExactlyInAnyOrder(
                        m -> assertThat(m).contains("V1__a.sql says that it is irreversible", "U1__a.sql"),
                        m -> assertThat(m).contains("U1__a.sql says that it is irreversible"),
                        m -> assertThat(m).contains("V2__b.sql says transaction=off"),
                        m -> assertThat(m).contains("V2__b.sql.conf:2", "shouldExecute"));
    }

    @Test
    void anUnknownDirective() throws IOException {
        sources.write("V1__a.sql", "-- switchback: transactions=off\nselect 1;");
        assertThat(sources.problem().message())
                .isEqualTo("migrations/V1__a.sql:1 unknown directive 'transactions=off'; " + Directives.KNOWN);
    }

    @Test
    void aFolderWithTheNameOfAMigration() throws IOException {
        sources.write("V1__x.sql/readme.txt", "x");
        assertThat(sources.problem().kind()).isEqualTo(Kind.UNEXPECTED_FILE);
        assertThat(sources.problem().message()).contains("V1__x.sql", "is a folder");
    }

    @Test
    void linksThatLeadOutOrNowhereOrToFolders() throws IOException {
        Path outside = Files.writeString(dir.resolve("outside.sql"), "select 1;");
        Files.createSymbolicLink(sources.file("V1__out.sql"), outside);
        Files.createSymbolicLink(sources.file("V2__gone.sql"), Path.of("nothing.sql"));
        Files.createSymbolicLink(sources.file("V3__loop.sql"), Path.of("V3__loop.sql"));
        Files.createSymbolicLink(sources.file("up"), dir);
        Files.createSymbolicLink(sources.file("self"), Path.of("."));
        Files.createDirectories(sources.file(".git"));
        assertThat(sources.load().problems())
                .allMatch(problem -> problem.kind() == Kind.UNEXPECTED_FILE)
                .extracting(Problem::message)
                .containsExactly(
                        "migrations/.git is a hidden folder, in which migrations are not looked for",
                        "migrations/V1__out.sql is a link that leads out of migrations",
                        "migrations/V2__gone.sql is a link to a file that does not exist or cannot be read",
                        "migrations/V3__loop.sql is a link to a file that does not exist or cannot be read",
                        "migrations/self is a link to a folder",
                        "migrations/up is a link that leads out of migrations");
    }

    /** Not a real one: whoever may do anything can read them all. */
    @Test
    void aFolderThatCannotBeReadIsToBeMadeReadable() throws IOException {
        Findings findings = new Findings();
        Unusable.note(
                new TreeEntry("later", TreeEntry.Type.UNREADABLE_FOLDER),
                new FolderTree("migrations", dir, true),
                findings);
        assertThat(findings.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.script()).isEqualTo("later/");
            assertThat(problem.message()).isEqualTo("migrations/later/ is a folder that cannot be read");
            assertThat(problem.nextStep()).isEqualTo("make it readable for the user who runs Switchback");
        });
    }

    @Test
    void listedFilesAreNoProblem() throws IOException {
        sources.write(IgnoreRules.FILE_NAME, "# ours\n*.md\nold/\n/.git\nbeforeMigrate.sql\nV9*\n")
                .write("readme.md", "")
                .write("old/V1__x.sql/x", "")
                .write("old/users.sql", "")
                .write(".git/config", "")
                .write("beforeMigrate.sql", "select 1;")
                .write("V9__x.sql", "select 1;")
                .write(".gitkeep", "")
                .write(".DS_Store", "");
        assertThat(sources.load().problems()).isEmpty();
        assertThat(sources.load().warnings()).singleElement().asString().contains("V9__x.sql", "plain Flyway");
    }

    @Test
    void aBadPattern() throws IOException {
        sources.write(IgnoreRules.FILE_NAME, "*.md\n!readme.md\n");
        assertThat(sources.problem().message()).contains("migrations/.switchbackignore:2", "negation");
    }

    @Test
    void namesThatWouldTurnTheTerminal() throws IOException {
        sources.write("V1__\u001b[31m\u202Egro.sql", "select 1;");
        Problem problem = sources.problem();
        for (String text : List.of(problem.message(), problem.script(), problem.nextStep())) {
            assertThat(text.chars()).noneMatch(c -> Character.isISOControl(c) || c == 0x202E);
        }
    }

    @Test
    void allAtOnce() throws IOException {
        sources.write("v1__a.sql", "select 1;").write("V2__b.sql", "").write("notes.txt", "");
        assertThat(sources.load().problems()).hasSize(3);
    }
}
