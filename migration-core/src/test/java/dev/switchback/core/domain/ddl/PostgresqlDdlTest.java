package dev.switchback.core.domain.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.core.domain.Dialect;
import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.Constraint.Kind;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import dev.switchback.core.domain.schema.Dependency;
import dev.switchback.core.domain.schema.Index;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Renames;
import dev.switchback.core.domain.schema.Routine;
import dev.switchback.core.domain.schema.SchemaDiff;
import dev.switchback.core.domain.schema.SchemaObject;
import dev.switchback.core.domain.schema.Table;
import dev.switchback.core.domain.schema.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the SQL for PostgreSQL is written, and what it says about rows. */
final class PostgresqlDdlTest {

    private static Column column(String name, String type) {
        return new Column(
                name,
                type,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Table table(String name, Column... columns) {
        return new Table(ObjectName.of(name), List.of(columns), List.of(), List.of(), "", Optional.empty(), Set.of());
    }

    private static List<DdlStatement> script(List<? extends SchemaObject> before, List<? extends SchemaObject> after) {
        return new PostgresqlDdl()
                .render(SchemaDiff.between(
                        DatabaseSchema.of(Dialect.POSTGRESQL, before, List.of()),
                        DatabaseSchema.of(Dialect.POSTGRESQL, after, List.of())));
    }

    @Test
    void putsAllThatIsNoLossIntoOneStatementAndEachLossIntoItsOwn() {
        List<DdlStatement> script = script(
                List.of(table("t", column("a", "integer"), column("b", "character varying(10)"), column("c", "text"))),
                List.of(table("t", column("a", "bigint"), column("b", "character varying(20)"), column("d", "text"))));

        assertThat(script).extracting(DdlStatement::sql).containsExactly("""
                        ALTER TABLE t
                            ALTER COLUMN a TYPE bigint,
                            ALTER COLUMN b TYPE varchar(20),
                            ADD COLUMN d text""", "ALTER TABLE t DROP COLUMN c");
        assertThat(script).extracting(DdlStatement::risk).containsExactly(Risk.NONE, Risk.DROPS_DATA);
        assertThat(script.get(1).note()).hasValue("the values of t.c are lost");
    }

    /** The cast would cut off, where the assignment fails. */
    @Test
    void castsOnlyWhereNothingElseLeadsThere() {
        assertThat(script(List.of(table("t", column("a", "text"))), List.of(table("t", column("a", "character(2)")))))
                .extracting(DdlStatement::sql)
                .containsExactly("ALTER TABLE t ALTER COLUMN a TYPE char(2)");
        assertThat(script(
                        List.of(table("t", column("a", "text[]"))),
                        List.of(table("t", column("a", "character varying(2)[]")))))
                .extracting(DdlStatement::sql)
                .containsExactly("ALTER TABLE t ALTER COLUMN a TYPE varchar(2)[]");
        assertThat(script(List.of(table("t", column("a", "text"))), List.of(table("t", column("a", "uuid")))))
                .extracting(DdlStatement::sql)
                .containsExactly("ALTER TABLE t ALTER COLUMN a TYPE uuid USING a::uuid");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    integer                | bigint                   | NONE
                    bigint                 | integer                  | REJECTS_ROWS
                    numeric(10,2)          | numeric(12,4)            | NONE
                    numeric(10,2)          | numeric(10,4)            | REJECTS_ROWS
                    numeric(12,4)          | numeric(14,2)            | LOSES_DATA
                    numeric(10,2)          | integer                  | LOSES_DATA
                    character varying(10)  | character varying(20)    | NONE
                    character varying(20)  | character varying(10)    | REJECTS_ROWS
                    text                   | character varying(10)    | REJECTS_ROWS
                    character varying(10)  | text                     | NONE
                    date                   | timestamp with time zone | NONE
                    timestamp without time zone | date                | LOSES_DATA
                    text                   | integer                  | REJECTS_ROWS
                    text                   | uuid                     | REJECTS_ROWS
                    text                   | jsonb                    | REJECTS_ROWS
                    text                   | integer[]                | REJECTS_ROWS
                    text                   | text[]                   | REJECTS_ROWS
                    json                   | jsonb                    | REJECTS_ROWS
                    timestamp without time zone | timestamp with time zone | NONE
                    timestamp(3) without time zone | timestamp(6) with time zone | NONE
                    timestamp without time zone | timestamp(3) with time zone | LOSES_DATA
                    timestamp with time zone | timestamp without time zone | LOSES_DATA
                    numeric(30,10)         | double precision         | LOSES_DATA
                    numeric(10,2)          | real                     | LOSES_DATA
                    numeric(10,0)          | bigint                   | REJECTS_ROWS
                    real                   | numeric                  | LOSES_DATA
                    real                   | double precision         | NONE
                    bigint                 | double precision         | LOSES_DATA
                    integer                | double precision         | NONE
                    integer                | numeric                  | NONE
                    bigint                 | numeric(10,2)            | REJECTS_ROWS
                    integer                | numeric(5,-2)            | LOSES_DATA
                    integer                | boolean                  | LOSES_DATA
                    numeric(12,4)          | money                    | LOSES_DATA
                    interval               | time without time zone   | LOSES_DATA
                    interval(6)            | interval(0)              | LOSES_DATA
                    time with time zone    | time(0) with time zone   | LOSES_DATA
                    timestamp without time zone | timestamp(6) without time zone | NONE
                    jsonb                  | integer                  | LOSES_DATA
                    numeric(10,4)[]        | numeric(10,2)[]          | LOSES_DATA
                    integer[]              | bigint[]                 | NONE
                    text[]                 | character varying(3)[]   | REJECTS_ROWS
                    character varying(3)[] | text[]                   | NONE
                    timestamp without time zone[] | date[]            | LOSES_DATA
                    integer[]              | text                     | NONE
                    point                  | box                      | LOSES_DATA
                    """)
    void saysWhatANewTypeDoesToRows(String before, String after, Risk risk) {
        assertThat(script(List.of(table("t", column("a", before))), List.of(table("t", column("a", after)))))
                .extracting(DdlStatement::risk)
                .containsExactly(risk);
    }

    private static Routine twice(String body) {
        return new Routine(
                Routine.Kind.FUNCTION,
                ObjectName.of("twice"),
                "(integer)",
                "CREATE OR REPLACE FUNCTION twice(integer)\n RETURNS integer\n LANGUAGE sql\n IMMUTABLE\nAS $function$"
                        + body + "$function$\n",
                Optional.empty(),
                Set.of());
    }

    /** Or rows would be found by the index that are not found without it. */
    @Test
    void anIndexIsMadeAgainWhenTheFunctionInItIsAnother() {
        Index index =
                new Index("by_twice", false, List.of(), "CREATE INDEX by_twice ON t (twice(a))", Optional.empty());
        Index other = new Index("by_a", false, List.of("a"), "CREATE INDEX by_a ON t (a)", Optional.empty());
        Table table = new Table(
                ObjectName.of("t"),
                List.of(column("a", "integer")),
                List.of(),
                List.of(index, other),
                "",
                Optional.empty(),
                Set.of());

        assertThat(script(List.of(table, twice("select $1 * 2")), List.of(table, twice("select $1 + $1"))))
                .extracting(DdlStatement::sql)
                .hasSize(2)
                .last()
                .isEqualTo("REINDEX INDEX by_twice");
    }

    @Test
    void saysFirstWhatIsLost() {
        List<DdlStatement> script = script(
                List.of(table("t", column("a", "text"), column("b", "numeric(10,2)"))),
                List.of(table("t", column("a", "integer"), column("b", "integer"))));

        assertThat(script).extracting(DdlStatement::risk).containsExactly(Risk.LOSES_DATA);
        assertThat(script.get(0).note())
                .hasValue("values of t.b are rounded or cut: numeric(10,2) becomes integer\n"
                        + "fails if a value of t.a does not fit into integer");
    }

    @Test
    void saysForWhichZoneTimesAreTaken() {
        assertThat(script(
                        List.of(table("t", column("a", "timestamp without time zone"))),
                        List.of(table("t", column("a", "timestamp with time zone")))))
                .extracting(statement -> statement.note().orElse(""))
                .containsExactly("values of t.a are taken for times in the time zone of the session");
    }

    @Test
    void makesViewsOfAChangedColumnAgainInTheirOrder() {
        View first = new View(
                ObjectName.of("z"),
                false,
                "CREATE VIEW z AS\n SELECT a\n   FROM t",
                List.of(),
                Optional.empty(),
                Set.of(new Dependency(ObjectName.of("t"), Optional.of("a"))));
        View second = new View(
                ObjectName.of("b"),
                false,
                "CREATE VIEW b AS\n SELECT a\n   FROM z",
                List.of(),
                Optional.empty(),
                Set.of(new Dependency(ObjectName.of("z"), Optional.of("a"))));

        assertThat(script(
                        List.of(table("t", column("a", "integer")), first, second),
                        List.of(table("t", column("a", "bigint")), first, second)))
                .extracting(DdlStatement::sql)
                .containsExactly(
                        "DROP VIEW b",
                        "DROP VIEW z",
                        "ALTER TABLE t ALTER COLUMN a TYPE bigint",
                        first.definition(),
                        second.definition());
    }

    private static Table checked(String definition) {
        Optional<String> name = Optional.of("positive");
        Constraint check = new Constraint(Kind.CHECK, name, name, List.of("a"), Optional.empty(), definition);
        return new Table(
                ObjectName.of("t"),
                List.of(column("a", "integer")),
                List.of(check),
                List.of(),
                "",
                Optional.empty(),
                Set.of());
    }

    @Test
    void looksAtTheRowsOfAConstraintThatIsThere() {
        List<DdlStatement> script =
                script(List.of(checked("CHECK (a > 0) NOT VALID")), List.of(checked("CHECK (a > 0)")));

        assertThat(script)
                .containsExactly(new DdlStatement(
                        "ALTER TABLE t VALIDATE CONSTRAINT positive",
                        Risk.REJECTS_ROWS,
                        Optional.of("fails if a row of t does not fit")));
    }

    @Test
    void doesNotSayThatRowsAreRefusedWhereNobodyLooksAtThem() {
        List<DdlStatement> script =
                script(List.of(checked("CHECK (a > 0)")), List.of(checked("CHECK (a > 0) NOT VALID")));

        assertThat(script)
                .containsExactly(
                        DdlStatement.of("ALTER TABLE t DROP CONSTRAINT positive"),
                        DdlStatement.of("ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID"));
    }

    @Test
    void quotesNamesOnlyWhereTheyNeedIt() {
        assertThat(new PostgresqlDdl()
                        .rename(
                                new Renames(
                                        Map.of(ObjectName.of("user"), ObjectName.of("account")),
                                        Map.of(ObjectName.of("account"), Map.of("Name", "display_name"))),
                                DatabaseSchema.of(Dialect.POSTGRESQL, List.of(), List.of())))
                .extracting(DdlStatement::sql)
                .containsExactly(
                        "ALTER TABLE \"user\" RENAME TO account",
                        "ALTER TABLE account RENAME COLUMN \"Name\" TO display_name");
    }

    @Test
    void ordersADeepChainAndACircleWithoutEnd() {
        Table a = pointing("a", "b");
        Table b = pointing("b", "c");
        Table c = pointing("c", "a");
        Table d = pointing("d", "d");

        assertThat(DependencyOrder.sorted(List.of(a, b, c, d)))
                .extracting(t -> t.name().name())
                .containsExactly("c", "b", "a", "d");
    }

    private static Table pointing(String name, String to) {
        return new Table(
                ObjectName.of(name),
                List.of(),
                List.of(),
                List.of(),
                "",
                Optional.empty(),
                Set.of(new Dependency(ObjectName.of(to), Optional.empty())));
    }

    @Test
    void readsTheOptionsOfASequenceFromTheirText() {
        SequenceOptions all = SequenceOptions.of("integer");

        assertThat(SequenceOptions.parse(all.toString())).isEqualTo(all);
        assertThat(all.brief("integer")).isEmpty();
        assertThat(SequenceOptions.of("bigint").changesFrom(all)).isEqualTo("AS bigint");
    }
}
