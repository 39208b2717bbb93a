package dev.switchback.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.core.domain.MigrationFileName;
import dev.switchback.core.domain.ParsedFileName;
import dev.switchback.core.port.NativeFormat.NativeFile;
import dev.switchback.core.port.NativeFormat.Reading;
import dev.switchback.core.sql.ScriptText;
import dev.switchback.core.sql.SqlSyntaxProblem;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every safe type of change for every kind of database: SQL without a connection, or a reason that was foreseen. */
final class EveryChangeTest {

    private static final String T = " tableName=\"a\"";
    private static final String C = T + " columnName=\"b\"";
    private static final String INT = " columnDataType=\"int\"";

    private static final List<String> CHANGES = List.of(
            "<addAutoIncrement" + C + INT + "/>",
            "<addColumn" + T + "><column name=\"b\" type=\"int\" defaultValueNumeric=\"1\"/></addColumn>",
            "<addDefaultValue" + C + INT + " defaultValueNumeric=\"1\"/>",
            "<addForeignKeyConstraint baseTableName=\"a\" baseColumnNames=\"b\" constraintName=\"f\""
                    + " referencedTableName=\"c\" referencedColumnNames=\"d\"/>",
            "<addLookupTable existingTableName=\"a\" existingColumnName=\"b\" newTableName=\"c\" newColumnName=\"d\""
                    + " newColumnDataType=\"int\" constraintName=\"f\"/>",
            "<addNotNullConstraint" + C + INT + "/>",
            "<addPrimaryKey" + T + " columnNames=\"b\" constraintName=\"p\"/>",
            "<addUniqueConstraint" + T + " columnNames=\"b\" constraintName=\"u\"/>",
            "<alterSequence sequenceName=\"s\" incrementBy=\"2\"/>",
            "<createIndex" + T + " indexName=\"i\"><column name=\"b\"/></createIndex>",
            "<createProcedure>create procedure p() select 1</createProcedure>",
            "<createSequence sequenceName=\"s\" startValue=\"5\"/>",
            "<createTable" + T + "><column name=\"b\" type=\"int\"/></createTable>",
            "<createView viewName=\"v\">select b from a</createView>",
            "<delete" + T + "><where>b = 1</where></delete>",
            "<dropColumn" + C + "/>",
            "<dropDefaultValue" + C + INT + "/>",
            "<dropForeignKeyConstraint baseTableName=\"a\" constraintName=\"f\"/>",
            "<dropIndex" + T + " indexName=\"i\"/>",
            "<dropNotNullConstraint" + C + INT + "/>",
            "<dropPrimaryKey" + T + " constraintName=\"p\"/>",
            "<dropProcedure procedureName=\"p\"/>",
            "<dropSequence sequenceName=\"s\"/>",
            "<dropTable" + T + " cascadeConstraints=\"true\"/>",
            "<dropUniqueConstraint" + T + " constraintName=\"u\"/>",
            "<dropView viewName=\"v\"/>",
            "<insert" + T + "><column name=\"b\" valueNumeric=\"1\"/></insert>",
            "<mergeColumns" + T + " column1Name=\"b\" column2Name=\"c\" joinString=\" \" finalColumnName=\"d\""
                    + " finalColumnType=\"varchar(99)\"/>",
            "<modifyDataType" + C + " newDataType=\"bigint\"/>",
            "<renameColumn" + T + " oldColumnName=\"b\" newColumnName=\"c\"" + INT + "/>",
            "<renameSequence oldSequenceName=\"s\" newSequenceName=\"t\"/>",
            "<renameTable oldTableName=\"a\" newTableName=\"c\"/>",
            "<renameView oldViewName=\"v\" newViewName=\"w\"/>",
            "<setColumnRemarks" + C + INT + " remarks=\"it's\"/>",
            "<setTableRemarks" + T + " remarks=\"it's\"/>",
            "<sql>select 1</sql>",
            "<update" + T + "><column name=\"b\" valueNumeric=\"1\"/><where>b = 2</where></update>");

    private static String type(String change) {
        return change.replaceFirst("<(\\w+).*", "$1");
    }

    @Test
    void isTriedOnce() {
        List<String> tried = CHANGES.stream().map(EveryChangeTest::type).toList();
        assertThat(new TreeSet<>(tried)).hasSameSizeAs(tried);
        assertThat(tried)
                .containsAll(
                        ChangeTypes.all().stream().filter(ChangeTypes::isSafe).toList());
    }

    @ParameterizedTest
    @EnumSource
    void givesSqlOrSaysWhyNot(DatabaseKind kind) {
        MigrationFileName name = ((ParsedFileName.Valid) MigrationFileName.parse("V1__a.xml")).name();
        Set<String> refused = new TreeSet<>();
        for (String change : CHANGES) {
            Reading reading = new LiquibaseNativeFormat(kind, AllowedChanges.of(List.of()))
                    .read(new NativeFile(
                            name, "V1__a.xml", "V1__a.xml", NativeFiles.version(1, change), UnaryOperator.identity()));
            assertThat(reading.faults()).as(change).isEmpty();
            assertThat(reading.down().isPresent()).as(change).isEqualTo(ChangeTypes.isReversible(type(change)));
            make(reading.up(), type(change), refused);
            reading.down().ifPresent(down -> make(down, type(change), refused));
        }
        assertThat(refused).isEqualTo(expected(kind));
    }

    private static void make(ScriptText text, String what, Set<String> refused) {
        try {
            assertThat(text.string()).as(what).isNotBlank();
        } catch (SqlSyntaxProblem e) {
            String reason = e.reason();
            refused.add(what
                    + (reason.contains("has to ask the database")
                            ? " asks"
                            : reason.contains("cannot do it")
                                    ? " cannot"
                                    : reason.contains("Liquibase warns of it") ? " loses" : ": " + reason));
        }
    }

    /** What is refused going up is refused going down as well. */
    private static Set<String> expected(DatabaseKind kind) {
        return switch (kind) {
            case SQLITE ->
                Set.of(
                        "addAutoIncrement asks",
                        "addColumn asks",
                        "addDefaultValue asks",
                        "addForeignKeyConstraint cannot",
                        "addLookupTable cannot",
                        "addNotNullConstraint cannot",
                        "addPrimaryKey cannot",
                        "addUniqueConstraint cannot",
                        "alterSequence cannot",
                        "createProcedure cannot",
                        "createSequence cannot",
                        "dropColumn asks",
                        "dropDefaultValue cannot",
                        "dropForeignKeyConstraint cannot",
                        "dropNotNullConstraint cannot",
                        "dropPrimaryKey asks",
                        "dropProcedure cannot",
                        "dropSequence cannot",
                        "dropUniqueConstraint cannot",
                        "mergeColumns asks",
                        "modifyDataType cannot",
                        "renameSequence cannot",
                        "setColumnRemarks cannot",
                        "setTableRemarks cannot");
            case H2 ->
                Set.of(
                        "alterSequence: alterSequence: incrementBy is not allowed on h2",
                        "renameSequence cannot",
                        "renameView cannot");
            case POSTGRESQL -> Set.of();
            case MARIADB ->
                Set.of(
                        "addLookupTable loses",
                        "addNotNullConstraint loses",
                        "dropNotNullConstraint loses",
                        "modifyDataType loses",
                        "setColumnRemarks loses");
            case MYSQL ->
                Set.of(
                        "addLookupTable loses",
                        "addNotNullConstraint loses",
                        "alterSequence cannot",
                        "createSequence cannot",
                        "dropNotNullConstraint loses",
                        "dropSequence cannot",
                        "modifyDataType loses",
                        "renameSequence cannot",
                        "setColumnRemarks loses");
        };
    }
}
