package dev.switchback.core.jdbc.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.MariadbDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;

/** What is noise on MariaDB, and what is not. */
final class MariadbInspectorContractTest extends InspectorContract {

    MariadbInspectorContractTest() {
        super(new MariadbDatabase(), new MariadbSchemaInspector(), MariadbDatabase.renderer());
    }

    @Override
    Stream<Arguments> sameInOtherWords() {
        Stream<Arguments> ofMariadb = Stream.of(arguments(
                "json and what it is made of",
                "create table t (a json)",
                "create table t (a longtext character set utf8mb4 collate utf8mb4_bin check (json_valid(a)))"));
        return Stream.concat(MariadbDatabase.isMysql() ? Stream.empty() : ofMariadb, sameOnBoth());
    }

    private static Stream<Arguments> sameOnBoth() {
        return Stream.of(
                arguments(
                        "the width of a number",
                        "create table t (a int(5), b bigint)",
                        "create table t (a int, b bigint(7))"),
                arguments(
                        "boolean",
                        "create table t (a boolean default true)",
                        "create table t (a tinyint(1) default 1)"),
                arguments(
                        "numeric and decimal, now() and current_timestamp",
                        "create table t (a numeric(8,2), b datetime default now())",
                        "create table t (a decimal(8,2), b datetime default current_timestamp)"),
                arguments(
                        "the character set of the table",
                        "create table t (a varchar(9)) character set latin1",
                        "create table t (a varchar(9) character set latin1) character set latin1"),
                arguments(
                        "the character set of the database",
                        "create table t (a varchar(9))",
                        "create table t (a varchar(9)) engine=InnoDB default charset=utf8mb4"),
                arguments(
                        "what a foreign key does if nothing is said, and its index",
                        "create table p (id int primary key); create table t (a int, constraint f foreign key (a) references p(id) on delete no action)",
                        "create table p (id int primary key); create table t (a int, key f (a), constraint f foreign key (a) references p(id) on delete restrict)"),
                arguments(
                        "names that the server makes up",
                        "create table p (id int primary key); create table t (a int, b int, foreign key (a) references p(id), check (b > 1))",
                        "create table p (id int primary key); create table t (a int, b int, check (b > 0), check (b > 1), foreign key (a) references p(id)); alter table t drop constraint "
                                + (MariadbDatabase.isMysql() ? "t_chk_1" : "CONSTRAINT_1")),
                arguments(
                        "the words of a view",
                        "create table t (a int, b int); create view v as select * from t where a > 1",
                        "create table t (a int, b int); create algorithm=undefined sql security definer view v as select t.a, `t`.b from t where (t.a>1)"),
                arguments(
                        "btree, the place of a comment, an empty comment",
                        "create table t (a int comment '', index i (a) using btree)",
                        "create table t (a int); create index i on t (a)"),
                arguments(
                        "where numbers stand",
                        "create table t (a int auto_increment primary key) auto_increment=50",
                        "create table t (a int auto_increment primary key)"));
    }

    @Override
    Stream<Arguments> differences() {
        Stream<Arguments> ofMariadb = Stream.of(arguments(
                "a sequence that counts down",
                "create sequence s",
                "create sequence s start with -1 increment by -1 minvalue -100 maxvalue -1 nocache cycle"));
        return Stream.concat(MariadbDatabase.isMysql() ? Stream.empty() : ofMariadb, differencesOnBoth());
    }

    private static Stream<Arguments> differencesOnBoth() {
        return Stream.of(
                arguments(
                        "stored or not",
                        "create table t (a int, b int as (a+1) virtual, index i (b))",
                        "create table t (a int, b int as (a+1) stored, index i (b))"),
                arguments(
                        "computed or not",
                        "create table t (a int, b int as (a+1) virtual)",
                        "create table t (a int, b int)"),
                arguments(
                        "the character set of a table",
                        "create table t (a varchar(9) not null default 'x', b text, c int)",
                        "create table t (a varchar(9) not null default 'x', b text, c int) character set latin1"),
                arguments(
                        "an engine and a format",
                        "create table t (a int)",
                        "create table t (a int) engine="
                                + (MariadbDatabase.isMysql() ? "MyISAM row_format=fixed" : "Aria row_format=page")),
                arguments(
                        "partitions",
                        "create table t (a int)",
                        "create table t (a int) partition by range (a) (partition p0 values less than (10), partition p1 values less than maxvalue)"),
                arguments("hidden columns", "create table t (a int, b int)", "create table t (a int, b int invisible)"),
                arguments(
                        "what a time becomes with each update",
                        "create table t (a int, b timestamp null)",
                        "create table t (a int, b timestamp(3) not null default current_timestamp(3) on update current_timestamp(3))"),
                arguments("a check of a column", "create table t (a int)", "create table t (a int check (a > 3))"),
                arguments(
                        "comments with quotes",
                        "create table t (a int)",
                        "create table t (a int comment 'it''s \\\\ \"x\"') comment 'a `b` c'"),
                arguments(
                        "full text",
                        "create table t (a text)",
                        "create table t (a text, fulltext index f (a) comment 'words')"),
                arguments(
                        "a part of a text",
                        "create table t (a text, unique u (a(10)))",
                        "create table t (a text, unique u (a(20)))"),
                arguments(
                        "a foreign key's index that is wanted for itself",
                        "create table p (id int primary key); create table t (a int, b int, constraint f foreign key (a) references p(id))",
                        "create table p (id int primary key); create table t (a int, b int, index i (a, b), constraint f foreign key (a) references p(id))"),
                arguments(
                        "two triggers at one moment",
                        "create table t (a int)",
                        "create table t (a int); create trigger z before insert on t for each row set new.a = 1; create trigger y before insert on t for each row set new.a = 2"),
                arguments(
                        "a procedure",
                        "create table t (a int)",
                        "create table t (a int); create procedure p(in x int) comment 'c' update t set a = x"),
                arguments(
                        "a view of a view that comes later in the alphabet",
                        "create table t (a int); create view z as select a from t; create view b as select a from z",
                        "create table t (a int, c int); create view z as select a, c from t; create view b as select c from z"),
                arguments(
                        "a numbered key goes",
                        "create table t (a int auto_increment primary key, b int)",
                        "create table t (b int)"));
    }

    /** MySQL tells of one at a time. */
    @Override
    int questionsOfEach() {
        return MariadbDatabase.isMysql() ? 1 : 0;
    }

    @Test
    void saysWhatItDoesNotCompare() throws SQLException {
        DatabaseSchema schema = schema("create event nightly on schedule every 1 day do select 1");

        assertThat(schema.unsupported()).containsExactly("event nightly");
    }

    @Test
    void saysNothingOfATableOfAnotherServerButItsName() throws SQLException {
        DatabaseSchema schema = schema("create table own (id int comment 'CONNECTION=x') comment 'ENGINE=FEDERATED';"
                + " create table other (id int) engine=MyISAM connection='mysql://u:my-5ecret@remote:3306/db/t';"
                + " create trigger tr before insert on other for each row set new.id = 1");

        assertThat(schema.unsupported()).containsExactly("table other, whose rows are elsewhere");
        assertThat(schema.tables()).containsOnlyKeys(ObjectName.of("own"));
        assertThat(schema.triggers()).isEmpty();
        assertThat(schema.toString()).doesNotContain("my-5ecret");
    }

    @Test
    void leavesTheSessionAsItWas(@TempDir Path place) throws SQLException {
        try (FreshDatabase database = new MariadbDatabase().fresh(place);
                Connection connection = database.connection()) {
            String mode = MariadbDatabase.isMysql() ? "" : "NO_TABLE_OPTIONS,";
            run(
                    connection,
                    "create table t (a int comment 'x\\\\y'); set sql_mode = '" + mode
                            + "ANSI_QUOTES,NO_BACKSLASH_ESCAPES'; set sql_quote_show_create = 0");
            String before = settings(connection);
            DatabaseSchema odd = new MariadbSchemaInspector().inspect(connection, Set.of());

            assertThat(settings(connection)).isEqualTo(before);
            assertThat(odd.tables())
                    .isEqualTo(schema("create table t (a int comment 'x\\\\y')").tables());
        }
    }

    private static String settings(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select @@sql_mode, @@sql_quote_show_create")) {
            row.next();
            return row.getString(1) + row.getString(2);
        }
    }
}
