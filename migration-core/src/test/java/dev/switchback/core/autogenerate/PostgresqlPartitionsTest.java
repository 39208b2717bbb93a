package dev.switchback.core.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.SchemaDiff;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a partition of PostgreSQL has for itself, and the table that it is a part of has not: made, changed, and back. */
final class PostgresqlPartitionsTest extends PostgresqlChanges {

    private static final String WHOLE =
            "CREATE TABLE t (id integer NOT NULL, n integer DEFAULT 1, v text)" + " PARTITION BY RANGE (id);";
    private static final String PART = "CREATE TABLE a_part PARTITION OF t FOR VALUES FROM (0) TO (100);"
            + "CREATE TABLE t_rest PARTITION OF t DEFAULT;";
    private static final String OWN =
            "ALTER TABLE a_part ALTER n SET DEFAULT 2, ALTER v SET NOT NULL, ALTER v SET DEFAULT 'x';"
                    + "ALTER TABLE t_rest ALTER n DROP DEFAULT;"
                    + "COMMENT ON COLUMN a_part.n IS 'its own';";
    private static final String SUB =
            "CREATE TABLE t (id integer NOT NULL, n integer DEFAULT 1) PARTITION BY RANGE (id);"
                    + "CREATE TABLE a_sub PARTITION OF t FOR VALUES FROM (0) TO (100) PARTITION BY RANGE (id);"
                    + "CREATE TABLE a_leaf PARTITION OF a_sub FOR VALUES FROM (0) TO (10);"
                    + "CREATE TABLE b_leaf PARTITION OF a_sub FOR VALUES FROM (10) TO (20);";

    static Stream<Arguments> pairs() {
        return Stream.of(
                Arguments.of("nothing of its own, then something", WHOLE + PART, WHOLE + PART + OWN),
                Arguments.of("a new partition", WHOLE, WHOLE + PART + OWN),
                Arguments.of("a new table", "SELECT 1", WHOLE + PART + OWN),
                Arguments.of(
                        "the whole gets another default",
                        WHOLE + PART + OWN,
                        WHOLE.replace("DEFAULT 1", "DEFAULT 7") + PART + OWN),
                Arguments.of(
                        "the whole gets another default, and the part what it has",
                        WHOLE + PART + OWN,
                        WHOLE.replace("DEFAULT 1", "DEFAULT 7") + PART),
                Arguments.of(
                        "the whole gets another type",
                        WHOLE + PART + OWN,
                        WHOLE.replace("n integer", "n bigint") + PART + OWN),
                Arguments.of(
                        "the whole becomes required",
                        WHOLE + PART,
                        WHOLE.replace("n integer", "n integer NOT NULL") + PART + OWN),
                Arguments.of("the whole gets a column", WHOLE.replace(", v text", "") + PART, WHOLE + PART + OWN),
                Arguments.of(
                        "parts of parts",
                        SUB,
                        SUB + "ALTER TABLE a_sub ALTER n SET DEFAULT 3; ALTER TABLE a_leaf ALTER n SET DEFAULT 4;"),
                Arguments.of(
                        "parts of parts whose whole changes",
                        SUB + "ALTER TABLE a_sub ALTER n SET DEFAULT 3; ALTER TABLE a_leaf ALTER n SET DEFAULT 4;",
                        SUB.replace("DEFAULT 1", "DEFAULT 2")
                                + "ALTER TABLE a_sub ALTER n SET DEFAULT 3; ALTER TABLE a_leaf ALTER n SET DEFAULT 4;"),
                Arguments.of(
                        "the whole is required no more, and a part still is",
                        WHOLE.replace("n integer", "n integer NOT NULL") + PART,
                        WHOLE + PART + "ALTER TABLE a_part ALTER n SET NOT NULL;"),
                Arguments.of(
                        "a table with a default becomes a part",
                        WHOLE.replace(" NOT NULL", "")
                                + "CREATE TABLE a_part (id integer, n integer DEFAULT 5, v text)",
                        WHOLE.replace(" NOT NULL", "")
                                + "CREATE TABLE a_part PARTITION OF t FOR VALUES FROM (0) TO (100);"
                                + "ALTER TABLE a_part ALTER n SET DEFAULT 2, ALTER v SET NOT NULL;"),
                Arguments.of(
                        "an enum that only a part has a default of loses a value",
                        "CREATE TYPE e AS ENUM ('a', 'b');" + ofType("e") + "ALTER TABLE p ALTER v SET DEFAULT 'a'",
                        "CREATE TYPE e AS ENUM ('a');" + ofType("e") + "ALTER TABLE p ALTER v SET DEFAULT 'a'"),
                Arguments.of(
                        "a type to which no default of a part can be converted",
                        ofType("text") + "ALTER TABLE p ALTER v SET DEFAULT '1'",
                        ofType("integer") + "ALTER TABLE p ALTER v SET DEFAULT 1"),
                Arguments.of(
                        "a function that the default of a part calls is another one",
                        "CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';"
                                + ofType("integer")
                                + "ALTER TABLE p ALTER v SET DEFAULT f()",
                        "CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1';"
                                + ofType("integer")
                                + "ALTER TABLE p ALTER v SET DEFAULT f()"),
                Arguments.of(
                        "a table with a blank in its name",
                        WHOLE.replace("TABLE t ", "TABLE \"the whole\" "),
                        (WHOLE.replace("TABLE t ", "TABLE \"the whole\" ") + PART.replace("OF t ", "OF \"the whole\" "))
                                + OWN),
                Arguments.of(
                        "a part of such a table becomes a table of its own",
                        "CREATE TABLE \"the \"\"whole\" (id integer) PARTITION BY RANGE (id);"
                                + "CREATE TABLE a_part PARTITION OF \"the \"\"whole\" FOR VALUES FROM (0) TO (100);",
                        "CREATE TABLE \"the \"\"whole\" (id integer) PARTITION BY RANGE (id);"
                                + "CREATE TABLE a_part (id integer);"));
    }

    private static String ofType(String type) {
        return "CREATE TABLE t (id integer, v " + type + ") PARTITION BY RANGE (id);"
                + "CREATE TABLE p PARTITION OF t FOR VALUES FROM (0) TO (100);"
                + "CREATE TABLE q PARTITION OF t DEFAULT;";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void leavesNoDifferenceThereAndBack(String name, String before, String after) throws SQLException {
        DatabaseSchema desired = build(after);
        database().clear();
        DatabaseSchema start = build(before);

        arrive(start, desired);
        arrive(desired, start);
    }

    @Test
    void saysNothingOfWhatAPartHasFromTheWhole() throws SQLException {
        String whole = WHOLE.replace("id integer", "id serial");
        DatabaseSchema desired = build(whole + PART);
        database().clear();
        DatabaseSchema start = build("SELECT 1");

        assertThat(script(start, desired))
                .extracting(DdlStatement::sql)
                .hasSize(3)
                .allMatch(sql -> sql.startsWith("CREATE TABLE "));
        database().clear();
        build(whole.replace("DEFAULT 1", "DEFAULT 9") + PART);
        assertThat(script(desired, inspect()))
                .extracting(DdlStatement::sql)
                .containsExactly("ALTER TABLE t ALTER COLUMN n SET DEFAULT 9");
    }

    @Test
    void saysThatRowsMayBeNull() throws SQLException {
        DatabaseSchema desired = build(WHOLE + PART + "ALTER TABLE a_part ALTER v SET NOT NULL;");
        database().clear();
        DatabaseSchema start = build(WHOLE + PART);

        assertThat(script(start, desired))
                .singleElement()
                .satisfies(s -> assertThat(s.risk()).isEqualTo(DdlStatement.Risk.REJECTS_ROWS))
                .satisfies(s -> assertThat(s.note()).hasValue("fails if a_part.v is null in a row"));
    }

    private void arrive(DatabaseSchema from, DatabaseSchema to) throws SQLException {
        List<DdlStatement> script = change(from, to);
        assertThat(SchemaDiff.between(inspect(), to).changes())
                .as(script.toString())
                .isEmpty();
    }
}
