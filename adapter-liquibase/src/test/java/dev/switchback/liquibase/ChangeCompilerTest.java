package dev.switchback.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.domain.MigrationFileName;
import dev.switchback.core.domain.ParsedFileName;
import dev.switchback.core.port.NativeFormat.NativeFile;
import dev.switchback.core.port.NativeFormat.Reading;
import dev.switchback.core.sql.SqlSplitter;
import dev.switchback.core.sql.SqlStatement;
import dev.switchback.core.sql.SqlSyntaxProblem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import liquibase.change.custom.CustomSqlChange;
import liquibase.change.custom.CustomTaskChange;
import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;
import liquibase.statement.core.RawParameterizedSqlStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The SQL that becomes of a changelog, or why there is none. */
final class ChangeCompilerTest {

    private static Reading read(DatabaseKind kind, String name, String text, String... allowed) {
        ParsedFileName.Valid parsed = (ParsedFileName.Valid) MigrationFileName.parse(name);
        Reading reading = new LiquibaseNativeFormat(kind, AllowedChanges.of(List.of(allowed)))
                .read(new NativeFile(parsed.name(), name, "migrations/" + name, text, UnaryOperator.identity()));
        assertThat(reading.faults()).isEmpty();
        return reading;
    }

    private static List<String> up(DatabaseKind kind, String content) {
        return statements(
                kind,
                read(kind, "V1__a.xml", NativeFiles.version(1, content)).up().string());
    }

    private static List<String> statements(DatabaseKind kind, String sql) {
        return SqlSplitter.of(Dialect.of(kind).sql()).split(sql, "").stream()
                .map(SqlStatement::sql)
                .toList();
    }

    private static SqlSyntaxProblem refusal(DatabaseKind kind, String content) {
        return catchThrowableOfType(SqlSyntaxProblem.class, () -> up(kind, content));
    }

    @ParameterizedTest
    @EnumSource
    void isTheSameForEveryFormatAndEveryTime(DatabaseKind kind) {
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            texts.add(String.join(
                    "\n",
                    statements(
                            kind,
                            read(kind, "V1__orders.xml", NativeFiles.XML).up().string())));
            texts.add(String.join(
                    "\n",
                    statements(
                            kind,
                            read(kind, "V1__orders.yaml", NativeFiles.YAML).up().string())));
            texts.add(String.join(
                    "\n",
                    statements(
                            kind,
                            read(kind, "V1__orders.json", NativeFiles.JSON).up().string())));
        }
        assertThat(texts).hasSize(1);
        assertThat(statements(
                        kind,
                        read(kind, "V1__orders.xml", NativeFiles.XML)
                                .down()
                                .orElseThrow()
                                .string()))
                .hasSize(2)
                .last()
                .isEqualTo("DROP TABLE orders");
    }

    @Test
    void standsInTheLinesOfItsChanges() {
        String text =
                read(DatabaseKind.H2, "V1__orders.xml", NativeFiles.XML).up().string();
        assertThat(SqlSplitter.of(Dialect.of(DatabaseKind.H2).sql()).split(text, ""))
                .extracting(SqlStatement::line)
                .containsExactly(8, 12);
    }

    @Test
    void isMadeOnceHoweverManyAsk() throws Exception {
        var text = read(DatabaseKind.H2, "V1__orders.xml", NativeFiles.XML).up();
        Set<Object> made = ConcurrentHashMap.newKeySet();
        List<Thread> threads = List.of(
                new Thread(() -> made.add(text.string())),
                new Thread(() -> made.add(text.string())),
                new Thread(() -> made.add(text.string())));
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(made).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "SQLITE     | <addColumn tableName='a'><column name='b' type='int'/></addColumn> | ask the database",
                "SQLITE     | <addNotNullConstraint tableName='a' columnName='b'/> | SQLite cannot do it",
                "SQLITE     | <dropColumn tableName='a' columnName='b'/> | ask the database",
                "H2         | <renameView oldViewName='a' newViewName='b'/> | cannot do it",
                "MYSQL      | <createSequence sequenceName='a'/> | cannot do it",
                "POSTGRESQL | <createTable/> | No columns defined",
                "POSTGRESQL | <createTable tableName='a'><column name='b' type='int' colour='red'/></createTable> | 'colour' is nothing that column has",
                "POSTGRESQL | <createTable tableName='a' tableNmae='b'><column name='b' type='int'/></createTable> | 'tableNmae' is nothing",
                "POSTGRESQL | <createTable tableName='a'><column name='b' type='int'><constraints primary='true'/></column></createTable> | 'primary' is nothing",
                "POSTGRESQL | <createTable tableName='a'><column name='b' type='int' autoIncrement='true'><constraints nullable='perhaps'/></column></createTable> | 'nullable' is neither true nor false",
                "POSTGRESQL | <sql>select 'a</sql> | never closed",
            })
    void isRefusedWhereNoSqlCanBeMade(DatabaseKind kind, String content, String reason) {
        SqlSyntaxProblem problem = refusal(kind, content);
        assertThat(problem).hasMessageContaining(reason).hasMessageStartingWith("V1__a.xml:3: ");
        assertThat(problem.advice()).isNotBlank();
    }

    @Test
    void keepsBodiesWhole() {
        String body = "create procedure p() begin insert into a values (1); insert into a values (';'); end";
        assertThat(up(DatabaseKind.MARIADB, "<createProcedure>" + body + "</createProcedure>"))
                .containsExactly(body);
        assertThat(up(DatabaseKind.MARIADB, "<sql>" + body + "; select 2</sql>"))
                .containsExactly(body, "select 2");
        assertThat(up(DatabaseKind.MARIADB, "<sql endDelimiter=\"//\">" + body + "\n//\nselect 2</sql>"))
                .containsExactly(body, "select 2");
        String dollar = "create function f() returns int as $$ begin return 1; end $$ language plpgsql";
        assertThat(up(DatabaseKind.POSTGRESQL, "<sql>" + dollar + "; select 2</sql>"))
                .containsExactly(dollar, "select 2");
        assertThat(up(DatabaseKind.POSTGRESQL, "<sql splitStatements=\"false\">" + dollar + "</sql>"))
                .containsExactly(dollar);
        assertThat(refusal(DatabaseKind.POSTGRESQL, "<sql splitStatements=\"false\">select 1; select 2</sql>"))
                .hasMessageContaining("taken for several");
    }

    @Test
    void refusesTheRowsOfACopy() {
        assertThat(refusal(DatabaseKind.POSTGRESQL, "<sql>copy a from stdin;\n1\n\\.\n</sql>"))
                .hasMessageContaining("COPY");
    }

    @Test
    void expandsNothing() {
        assertThat(up(DatabaseKind.H2, "<sql>select '${user.name} ${database.typeName}'</sql>"))
                .containsExactly("select '${user.name} ${database.typeName}'");
    }

    @Test
    void isOnlyForTheDatabasesThatAChangeNames() {
        String content = "<sql dbms=\"h2\">select 1</sql><sql dbms=\"!h2\">select 2</sql>";
        assertThat(up(DatabaseKind.H2, content)).containsExactly("select 1");
        assertThat(up(DatabaseKind.POSTGRESQL, content)).containsExactly("select 2");
    }

    @Test
    void quotesNamesAsItSays() {
        String text = NativeFiles.xml(
                "id=\"1\" author=\"switchback\" objectQuotingStrategy=\"QUOTE_ALL_OBJECTS\"",
                "<dropTable tableName=\"a\"/>");
        assertThat(read(DatabaseKind.POSTGRESQL, "V1__a.xml", text)
                        .up()
                        .string()
                        .strip())
                .isEqualTo("DROP TABLE \"a\";");
    }

    /** Gives SQL. */
    public static final class Sql implements CustomSqlChange {
        @Override
        public liquibase.statement.SqlStatement[] generateStatements(Database database) {
            return new liquibase.statement.SqlStatement[] {new RawParameterizedSqlStatement("select 42")};
        }

        @Override
        public String getConfirmationMessage() {
            return "";
        }

        @Override
        public void setUp() {}

        @Override
        public void setFileOpener(ResourceAccessor accessor) {}

        @Override
        public ValidationErrors validate(Database database) {
            return new ValidationErrors();
        }
    }

    /** Does something else. */
    public static final class Task implements CustomTaskChange {
        @Override
        public void execute(Database database) {
            throw new AssertionError("must not run");
        }

        @Override
        public String getConfirmationMessage() {
            return "";
        }

        @Override
        public void setUp() {}

        @Override
        public void setFileOpener(ResourceAccessor accessor) {}

        @Override
        public ValidationErrors validate(Database database) {
            return new ValidationErrors();
        }
    }

    @Test
    void takesTheSqlOfCodeThatIsAllowedAndRunsNothing() {
        String sql = NativeFiles.version(1, "<customChange class=\"" + Sql.class.getName() + "\"/>");
        Reading reading = read(DatabaseKind.H2, "V1__a.xml", sql, "customChange");
        assertThat(reading.up().string().strip()).isEqualTo("select 42;");
        assertThat(reading.down()).isEmpty();
        String task = NativeFiles.version(1, "<customChange class=\"" + Task.class.getName() + "\"/>");
        assertThatThrownBy(() -> read(DatabaseKind.H2, "V1__a.xml", task, "customChange")
                        .up()
                        .string())
                .isInstanceOf(SqlSyntaxProblem.class)
                .hasMessageContaining("it is no CustomSqlChange");
    }

    @Test
    void saysThatTheClassOfCodeIsNotThere() {
        String missing = NativeFiles.version(1, "<customChange class=\"shop.Missing\"/>");
        assertThatThrownBy(() -> read(DatabaseKind.H2, "V1__a.xml", missing, "customChange")
                        .up()
                        .string())
                .isInstanceOfSatisfying(SqlSyntaxProblem.class, problem -> {
                    assertThat(problem.reason())
                            .isEqualTo("the class of the customChange cannot be used (ClassNotFoundException)");
                    assertThat(problem.advice()).startsWith("put its jar on the class path");
                });
    }

    @Test
    void refusesAKeyOfPostgresqlThatHasToBeLookedFor() {
        String key = "<addPrimaryKey tableName='a' columnNames='id'/>";
        Reading reading = read(DatabaseKind.POSTGRESQL, "V1__a.xml", NativeFiles.version(1, key));
        assertThat(reading.up().string()).contains("PRIMARY KEY (id)");
        assertThat(catchThrowableOfType(
                                SqlSyntaxProblem.class,
                                () -> reading.down().orElseThrow().string())
                        .reason())
                .contains("without its constraintName");
        assertThat(refusal(DatabaseKind.POSTGRESQL, "<dropPrimaryKey tableName='a'/>")
                        .reason())
                .contains("without its constraintName");
        assertThat(up(DatabaseKind.POSTGRESQL, "<dropPrimaryKey tableName='a' constraintName='k'/>"))
                .containsExactly("ALTER TABLE a DROP CONSTRAINT k");
    }

    @ParameterizedTest
    @EnumSource
    void refusesACarriageReturn(DatabaseKind kind) {
        assertThat(refusal(kind, "<insert tableName='a'><column name='b' value='x&#13;y'/></insert>")
                        .reason())
                .contains("has a carriage return");
    }

    @Test
    void refusesADelimiterOfLiquibaseOnly() {
        assertThat(refusal(DatabaseKind.H2, "<sql>select 1\nGO\nselect 2</sql>").reason())
                .contains("only GO");
    }

    @ParameterizedTest
    @CsvSource({"SQLITE, limit, \"", "SQLITE, transaction, \"", "MARIADB, returning, `", "MYSQL, offset, `"})
    void quotesWhatAConnectionWouldTellToBeReserved(DatabaseKind kind, String name, String quote) {
        assertThat(up(kind, "<insert tableName='a'><column name='" + name + "' valueNumeric='1'/></insert>"))
                .containsExactly("INSERT INTO a (" + quote + name + quote + ") VALUES (1)");
    }
}
