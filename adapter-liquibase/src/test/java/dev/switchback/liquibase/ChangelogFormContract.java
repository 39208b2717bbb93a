package dev.switchback.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.error.UnsupportedCapabilityException;
import dev.switchback.core.domain.SqlScript.Transaction;
import dev.switchback.core.port.ChecksumMatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** How scripts are written into a changelog. */
abstract class ChangelogFormContract {

    @TempDir
    Path root;

    abstract Project open(Path folder) throws IOException;

    Document export(Project project) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(project.export().toFile());
    }

    /** The element of that name of the only change set. */
    Element only(Project project, String name) throws Exception {
        Document document = export(project);
        assertThat(document.getElementsByTagName(name).getLength()).isEqualTo(1);
        return (Element) document.getElementsByTagName(name).item(0);
    }

    @Test
    void refersToAFileThatBothSplitAlike() throws Exception {
        Project project =
                open(root).file("V1__a.sql", "create table a (x varchar(9));\n-- c\ninsert into a values (';')");
        Element file = only(project, "sqlFile");
        assertThat(file.getAttribute("path")).isEqualTo("migrations/V1__a.sql");
        assertThat(file.getAttribute("splitStatements")).isEqualTo("true");
        assertThat(file.getAttribute("relativeToChangelogFile")).isEqualTo("true");
    }

    @Test
    void isWellFormedForEveryDescription() throws Exception {
        String name = "V1__<&>\"']]>\u00e9\ud83d\ude00.sql";
        Element comment = only(open(root).file(name, "create table a (x int);"), "comment");
        assertThat(comment.getTextContent()).isEqualTo("<&>\"']]>\u00e9\ud83d\ude00");
    }

    @Test
    void refusesWhatXmlCannotHold() throws Exception {
        Project project = open(root).file("V1__\u0001.sql", "create table a (x int);");
        assertThatThrownBy(project::export)
                .isInstanceOf(UnsupportedCapabilityException.class)
                .hasMessageContaining("U+0001");
        assertThat(root.resolve("changelog.xml")).doesNotExist();
    }

    @Test
    void keepsNonTransactionalScriptsOutsideOfATransaction() throws Exception {
        Project project = open(root).file("V1__a.sql", "create table a (x int);", Transaction.OFF);
        assertThat(only(project, "changeSet").getAttribute("runInTransaction")).isEqualTo("false");
    }

    @Test
    void writesNoRollbackForAnIrreversibleMigrationAndAnEmptyOneForAScriptOfComments() throws Exception {
        Project project = open(root)
                .file("V1__a.sql", "create table a (x int);")
                .file("V2__b.sql", "create table b (x int);")
                .file("U2__b.sql", "-- nothing to take back");
        Document document = export(project);
        assertThat(document.getElementsByTagName("rollback").getLength()).isEqualTo(1);
        PlainLiquibase plain = new PlainLiquibase(project, root.resolve("changelog.xml"));
        plain.update();
        plain.rollback(1);
        assertThat(plain.pending()).containsExactly("2");
        assertThatThrownBy(() -> plain.rollback(1)).hasStackTraceContaining("RollbackImpossibleException");
    }

    /** Another name of the old file still has the old text: nothing was written into it. */
    @Test
    void writesBesideAnOldChangelogAndThenTakesItsPlace() throws Exception {
        Project project = open(root).file("V1__a.sql", "create table a (x int);");
        Path changelog = project.export();
        String old = Files.readString(changelog).replace("V1__a.sql", "V1__old.sql");
        Files.writeString(changelog, old);
        Path other = Files.createLink(root.resolve("other"), changelog);
        assertThat(project.export()).isEqualTo(changelog).content().contains("V1__a.sql");
        assertThat(other).hasContent(old);
        try (Stream<Path> files = Files.list(changelog.getParent())) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".new"));
        }
    }

    /** A team's own changelog is called changelog.xml as well. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "old",
                "<databaseChangeLog><changeSet id='1' author='anna'/></databaseChangeLog>",
                "<databaseChangeLog><include file=\"a.xml\"/></databaseChangeLog>"
            })
    void refusesToReplaceWhatIsNoExport(String text) throws Exception {
        Project project = open(root).file("V1__a.sql", "create table a (x int);");
        Path changelog = root.resolve("changelog.xml");
        Files.writeString(changelog, text);
        assertThatThrownBy(project::export)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is not the work of an export");
        assertThat(changelog).hasContent(text);
    }

    @Test
    void writesThroughALinkAndIntoNothingThatIsNoFile() throws Exception {
        Project project = open(root).file("V1__a.sql", "create table a (x int);");
        Path changelog = root.resolve("changelog.xml");
        Path real = Files.move(project.export(), root.resolve("real.xml"));
        Files.createSymbolicLink(changelog, real);
        assertThat(project.file("V2__b.sql", "create table b (x int);").export())
                .isSymbolicLink();
        assertThat(real).content().contains("V2__b.sql");

        Files.delete(changelog);
        Files.createDirectory(changelog);
        assertThatThrownBy(project::export).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void refusesAPlaceInsideOfTheFolder() throws Exception {
        Project project = open(root).file("V1__a.sql", "create table a (x int);");
        Path inside = project.folder().resolve("changelog.xml");
        assertThatThrownBy(() -> new LiquibaseEngineProvider()
                        .exporter(project.context())
                        .orElseThrow()
                        .export(project.scripts(), List.of(project.folder()), inside))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("outside");
        assertThat(inside).doesNotExist();
    }

    /** Ours first, then plain has nothing to do; plain first on another database, then ours matches. */
    void assertInterchangeable(Project project, String... names) throws Exception {
        project.up(names);
        PlainLiquibase plain = new PlainLiquibase(project, project.export());
        assertThat(plain.pending()).isEmpty();
        plain.update();
        Project other = open(root.resolve("other"));
        for (String name : names) {
            other.file(name, project.script(name).up().text().string());
        }
        new PlainLiquibase(other, other.export()).update();
        assertThat(other.history())
                .hasSize(names.length)
                .allSatisfy(row -> assertThat(other.store().compare(other.script(row.script()), row))
                        .isEqualTo(ChecksumMatch.MATCHES));
    }
}
