package dev.switchback.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.core.domain.MigrationFileName;
import dev.switchback.core.domain.ParsedFileName;
import dev.switchback.core.port.NativeFormat.Fault;
import dev.switchback.core.port.NativeFormat.NativeFile;
import dev.switchback.core.port.NativeFormat.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a changelog cannot have: each thing is refused by name, with its line, before Liquibase is loaded. */
final class BadChangelogTest {

    private static final String SET = "databaseChangeLog:\n- changeSet:\n    id: 1\n    author: switchback\n";
    private static final String CHANGES = "    changes:\n    - sql: {sql: select 1}\n";

    static Reading read(String name, String text, String... allowed) {
        ParsedFileName.Valid parsed = (ParsedFileName.Valid) MigrationFileName.parse(name);
        return new LiquibaseNativeFormat(DatabaseKind.H2, AllowedChanges.of(List.of(allowed)))
                .read(new NativeFile(parsed.name(), name, "migrations/" + name, text, UnaryOperator.identity()));
    }

    private static Arguments xml(int line, String reason, String attributes, String content) {
        return Arguments.of(
                "V1__a.xml", NativeFiles.xml("id=\"1\" author=\"switchback\" " + attributes, content), line, reason);
    }

    private static Arguments yaml(int line, String reason, String text) {
        return Arguments.of("V1__a.yaml", text, line, reason);
    }

    private static Arguments change(String reason, String change) {
        return xml(3, reason, "", change);
    }

    static Stream<Arguments> files() {
        String sql = "<sql>select 1</sql>";
        return Stream.of(
                // what is there at all
                yaml(1, "is empty", ""),
                yaml(1, "is only a text", "hello"),
                yaml(1, "no databaseChangeLog", "changeSets: []\n"),
                yaml(1, "has no change set, nothing to run", "databaseChangeLog: []\n"),
                yaml(1, "beside its databaseChangeLog", "databaseChangeLog: []\nmore: 1\n"),
                yaml(3, "second document", "databaseChangeLog: []\n---\n{}\n"),
                yaml(3, "has 2 change sets", "databaseChangeLog:\n- changeSet: {id: 1}\n- changeSet: {id: 2}\n"),
                yaml(2, "includes other files (include)", "databaseChangeLog:\n- include: {file: b.yaml}\n"),
                yaml(2, "includes other files (includeAll)", "databaseChangeLog:\n- includeAll: {path: b}\n"),
                yaml(2, "properties of Liquibase", "databaseChangeLog:\n- property: {name: a, value: b}\n"),
                yaml(2, "'preConditions'", "databaseChangeLog:\n- preConditions:\n  - dbms: {type: h2}\n"),
                yaml(2, "'logicalFilePath'", "databaseChangeLog:\n- logicalFilePath: x\n"),
                // the change set
                yaml(2, "the id is not", "databaseChangeLog:\n- changeSet:\n    author: switchback\n" + CHANGES),
                yaml(2, "the id is not", SET.replace("id: 1", "id: 2") + CHANGES),
                yaml(2, "the author is not", SET.replace("switchback", "me") + CHANGES),
                yaml(2, "has no changes, nothing to run", SET + "    changes: []\n"),
                yaml(5, "'dbms'", SET + "    dbms: h2\n" + CHANGES),
                yaml(5, "'context'", SET + "    context: test\n" + CHANGES),
                yaml(5, "'labels'", SET + "    labels: a\n" + CHANGES),
                yaml(5, "'preConditions'", SET + "    preConditions:\n    - onFail: MARK_RAN\n" + CHANGES),
                yaml(5, "another runAlways than false", SET + "    runAlways: true\n" + CHANGES),
                yaml(5, "another failOnError than true", SET + "    failOnError: false\n" + CHANGES),
                yaml(5, "another ignore than false", SET + "    ignore: true\n" + CHANGES),
                yaml(5, "'runOrder'", SET + "    runOrder: first\n" + CHANGES),
                yaml(5, "'validCheckSum'", SET + "    validCheckSum: any\n" + CHANGES),
                yaml(5, "'modifySql'", SET + "    modifySql:\n    - append: {value: x}\n" + CHANGES),
                yaml(2, "says runOnChange", SET + "    runOnChange: true\n" + CHANGES),
                yaml(2, "another runInTransaction than true or false", SET + "    runInTransaction: maybe\n" + CHANGES),
                yaml(2, "unknown objectQuotingStrategy", SET + "    objectQuotingStrategy: SOME\n" + CHANGES),
                yaml(5, "'runBackwards'", SET + "    runBackwards: true\n" + CHANGES),
                Arguments.of("R__a.yaml", SET.replace("id: 1", "id: R__a") + CHANGES, 2, "does not say runOnChange"),
                Arguments.of(
                        "R__a.yaml",
                        SET.replace("id: 1", "id: R__a") + "    runOnChange: true\n" + CHANGES
                                + "    rollback: select 1\n",
                        8,
                        "a repeatable migration is never reverted"),
                xml(2, "'runBackwards' in its change set", "runBackwards=\"true\"", sql),
                xml(2, "has a text in its change set", "", sql + "drop table a"),
                // its rollback
                xml(4, "has an empty rollback", "", sql + "\n<rollback/>"),
                xml(4, "has an empty rollback", "", sql + "\n<rollback> <!-- nothing --> </rollback>"),
                xml(
                        4,
                        "refers to another change set",
                        "",
                        sql + "\n<rollback changeSetId=\"1\" changeSetAuthor=\"a\"/>"),
                xml(4, "of the type stop", "", sql + "\n<rollback><stop/></rollback>"),
                // its changes
                change("runs a program", "<executeCommand executable=\"rm\"/>"),
                change("is code and not SQL", "<customChange class=\"a.B\"/>"),
                change("from another file", "<sqlFile path=\"a.sql\"/>"),
                change("from another file", "<loadData file=\"a.csv\" tableName=\"a\"/>"),
                change("from another file", "<loadUpdateData file=\"a.csv\" tableName=\"a\"/>"),
                change("'path', which takes something from another file", "<createProcedure path=\"/etc/passwd\"/>"),
                change("'path', which takes something from another file", "<createView viewName=\"v\" path=\"a\"/>"),
                change(
                        "'valueClobFile', which takes something from another file",
                        "<insert tableName=\"a\"><column name=\"b\" valueClobFile=\"c\"/></insert>"),
                change("writes into the history", "<tagDatabase tag=\"a\"/>"),
                change("prints something", "<output>hello</output>"),
                change("ends Liquibase", "<stop/>"),
                change("does nothing", "<empty/>"),
                change("asks the database", "<dropAllForeignKeyConstraints baseTableName=\"a\"/>"),
                change("no type of change that is known here", "<createTabel tableName=\"a\"/>"),
                // how it is written
                Arguments.of("V1__a.xml", "<databaseChangeLog>\n<changeSet>", 2, "is not well-formed"),
                Arguments.of("V1__a.xml", "", 1, "is not well-formed"),
                Arguments.of("V1__a.xml", "<other/>", 1, "no databaseChangeLog"),
                Arguments.of(
                        "V1__a.xml",
                        "<x:databaseChangeLog xmlns:x=\"urn:x\"/>",
                        1,
                        "of a namespace that is not Liquibase's"),
                Arguments.of("V1__a.xml", "<a>".repeat(99) + "</a>".repeat(99), 1, "nested too deeply"),
                yaml(3, "cannot be read at this place", "databaseChangeLog:\n- changeSet: {id: 1\n"),
                yaml(3, "'id' twice", "databaseChangeLog:\n- changeSet: {id: 1,\n    id: 2}\n"),
                yaml(5, "takes for something else", SET + "    comment: 2020-01-01\n" + CHANGES),
                yaml(5, "takes for something else", SET + "    comment: 010\n" + CHANGES),
                yaml(5, "takes for something else", SET + "    runInTransaction: no\n" + CHANGES),
                yaml(5, "list of plain values", SET + "    labels: [a, b]\n" + CHANGES),
                Arguments.of("V1__a.json", "{\"databaseChangeLog\": [", 1, "cannot be read at this place"),
                // what is meant badly
                Arguments.of(
                        "V1__a.xml",
                        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<databaseChangeLog>&x;</databaseChangeLog>",
                        1,
                        "has a DOCTYPE"),
                Arguments.of(
                        "V1__a.xml",
                        "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\">\n<databaseChangeLog/>",
                        1,
                        "has a DOCTYPE"),
                Arguments.of("V1__a.xml", "<databaseChangeLog>\n&x;</databaseChangeLog>", 2, ""),
                yaml(
                        1,
                        "cannot be read at this place",
                        "databaseChangeLog: !!javax.script.ScriptEngineManager [{a: b}]\n"),
                yaml(1, "cannot be read at this place", "databaseChangeLog: !!java.net.URL \"http://127.0.0.1:9\"\n"),
                yaml(1, "has an alias", "a: &a {x: lol}\nb: {c: *a, d: *a}\n"),
                yaml(2, "has an alias", "a: &a lol\nb: *a\n"),
                yaml(1, "with a tag", "a: !local lol\n"),
                yaml(1, "has a tag", "a: !local {b: c}\n"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRefusedByName(String name, String text, int line, String reason) {
        List<Fault> faults = read(name, text).faults();
        assertThat(faults).isNotEmpty();
        assertThat(faults).anySatisfy(fault -> {
            assertThat(fault.reason()).contains(reason);
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.advice()).isNotBlank();
        });
    }

    @Test
    void saysTheRightId() {
        assertThat(read("V1.2__a.yaml", SET + CHANGES).faults())
                .extracting(Fault::advice)
                .containsExactly("write id: 1.2");
    }

    @Test
    void tellsAllProblemsAtOnce() {
        String text = NativeFiles.xml("id=\"3\" author=\"me\" dbms=\"h2\"", "<empty/>\n<stop/>");
        assertThat(read("V1__a.xml", text).faults()).hasSize(5);
    }

    /** A thousand million of them, if they were written out. */
    @Test
    void isNotBlownUpByAliases() {
        StringBuilder text = new StringBuilder("a0: &a0 {x: lol}\n");
        for (int i = 1; i < 10; i++) {
            text.append("a" + i + ": &a" + i + " [");
            text.append(("*a" + (i - 1) + ", ").repeat(9)).append("*a" + (i - 1) + "]\n");
        }
        assertThat(read("V1__a.yaml", text.toString()).faults()).hasSize(1);
    }

    @Test
    void takesWhatSaysNothingNew() {
        String text = SET + "    runAlways: false\n    failOnError: true\n    runInTransaction: false\n" + CHANGES;
        Reading reading = read("V1__a.yaml", text);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.transactional()).isFalse();
    }

    @Test
    void isIrreversibleIfItSaysSo() {
        Reading reading = read("V1__orders.yaml", "# switchback: irreversible no way back\n" + NativeFiles.YAML);
        assertThat(reading.irreversible()).contains("no way back");
        assertThat(reading.down()).isEmpty();
        Reading xml = read(
                "V1__orders.xml",
                NativeFiles.XML.replace(
                        "<databaseChangeLog", "<!-- switchback: irreversible x -->\n<databaseChangeLog"));
        assertThat(xml.irreversible()).contains("x");
        // what stands below can be a part of a text
        Reading below = read("V1__orders.yaml", NativeFiles.YAML + "# switchback: irreversible x\n");
        assertThat(below.irreversible()).isEmpty();
        assertThat(below.faults())
                .extracting(Fault::reason)
                .containsExactly("has a directive after the changelog has begun");
        assertThat(read("V1__orders.yaml", "# switchback: transaction=off\n" + NativeFiles.YAML)
                        .faults())
                .extracting(Fault::reason)
                .containsExactly("has a directive that is not possible here");
    }

    @Test
    void isJsonWithoutTabsInTexts() {
        Reading reading = read("V1__orders.json", NativeFiles.JSON.replace("it's; new", "it's\tnew"));
        assertThat(reading.faults()).extracting(Fault::reason).containsExactly("has a tab inside of a text");
        assertThat(reading.faults()).extracting(Fault::line).containsExactly(9);
        assertThat(read("V1__orders.json", NativeFiles.JSON.replace("it's; new", "it's \\\"\\t\\\" new"))
                        .faults())
                .isEmpty();
    }

    @Test
    void isNotReadIfItIsLong() {
        String text = NativeFiles.YAML.replace("it's; new", "x".repeat(3 << 20));
        assertThat(read("V1__orders.yaml", text).faults())
                .extracting(Fault::reason)
                .containsExactly("has more than 2097152 characters");
    }

    @Test
    void doesNotTouchTheNetworkForASchema() {
        assertThatCode(() -> read("V1__orders.xml", NativeFiles.XML).up().string())
                .doesNotThrowAnyException();
        assertThat(Path.of("databasechangelog.csv")).doesNotExist();
    }
}
