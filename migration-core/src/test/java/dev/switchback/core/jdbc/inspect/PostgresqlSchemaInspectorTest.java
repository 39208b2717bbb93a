package dev.switchback.core.jdbc.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.core.domain.ddl.PostgresqlDdl;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.Index;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.SchemaDiff;
import dev.switchback.tck.DatabaseContract;
import dev.switchback.tck.PostgresqlDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the cases of autogenerate do not show of the inspector for PostgreSQL. */
final class PostgresqlSchemaInspectorTest extends DatabaseContract {

    PostgresqlSchemaInspectorTest() {
        super(new PostgresqlDatabase());
    }

    private DatabaseSchema inspect(String... ignored) throws SQLException {
        try (Connection connection = database().connection()) {
            return new PostgresqlSchemaInspector().inspect(connection, Set.of(ignored));
        }
    }

    private void run(String... statements) throws SQLException {
        for (String sql : statements) {
            database().execute(sql);
        }
    }

    @Test
    void writesNothingAndLeavesTheSessionAsItWas() throws SQLException {
        run("CREATE TABLE t (id integer PRIMARY KEY)", "CREATE SCHEMA app");
        String before = database().snapshot();
        try (Connection connection = database().connection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = app, public");
            DatabaseSchema schema = new PostgresqlSchemaInspector().inspect(connection, Set.of());

            assertThat(schema.isEmpty()).isTrue();
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(connection.isReadOnly()).isFalse();
            assertThat(database().snapshot()).isEqualTo(before);
            try (var path = statement.executeQuery("SHOW search_path")) {
                path.next();
                assertThat(path.getString(1)).isEqualTo("app, public");
            }
        }
    }

    @Test
    void leavesOutTheTablesOfTheEnginesWithAllThatIsTheirs() throws SQLException {
        run(
                "CREATE TABLE history (id serial PRIMARY KEY, at timestamp)",
                "CREATE INDEX history_at ON history (at)",
                "CREATE TABLE kept (id integer)");

        DatabaseSchema schema = inspect("HISTORY");

        assertThat(schema.tables()).containsOnlyKeys(ObjectName.of("kept"));
        assertThat(schema.sequences()).isEmpty();
    }

    @Test
    void leavesOutWhatBelongsToAnExtension() throws SQLException {
        try (Connection admin = database().administer();
                Statement statement = admin.createStatement()) {
            // every function of a language's own is in pg_catalog; this one has a table and a function of ours in it
            statement.execute("CREATE TABLE owned (id integer)");
            statement.execute("CREATE FUNCTION owned_too() RETURNS integer LANGUAGE sql AS 'SELECT 1'");
            statement.execute("ALTER EXTENSION plpgsql ADD TABLE owned");
            statement.execute("ALTER EXTENSION plpgsql ADD FUNCTION owned_too()");
        }

        assertThat(inspect().isEmpty()).isTrue();
    }

    @Test
    void saysWhatItFindsAndDoesNotCompare() throws SQLException {
        run(
                "CREATE TABLE t (id integer, name text)",
                "CREATE POLICY own ON t USING (name = current_user)",
                "ALTER TABLE t ENABLE ROW LEVEL SECURITY",
                "CREATE TABLE child (extra integer) INHERITS (t)",
                "CREATE RULE nothing AS ON DELETE TO t DO INSTEAD NOTHING",
                "CREATE VIEW v AS SELECT id FROM t",
                "CREATE RULE never AS ON INSERT TO v DO INSTEAD NOTHING",
                "CREATE TYPE pair AS (a integer, b integer)",
                "CREATE TYPE span AS RANGE (subtype = float8)",
                "CREATE STATISTICS s ON id, name FROM t",
                "CREATE AGGREGATE total (integer) (sfunc = int4pl, stype = integer)",
                "ALTER TABLE t ADD CONSTRAINT positive CHECK (id > 0)",
                "COMMENT ON CONSTRAINT positive ON t IS 'as ids are'");

        assertThat(inspect().unsupported())
                .contains(
                        "policy own on table t",
                        "row level security of table t",
                        "inheritance of table child",
                        "rule nothing on t",
                        "composite type pair",
                        "type span",
                        "statistics s on table t",
                        "aggregate total(integer)",
                        "comment of constraint positive")
                .doesNotContain("rule never on v");
    }

    @Test
    void saysWhatIsSetOnColumnsIndexesAndSequencesAndNotCompared() throws SQLException {
        run(
                "CREATE TABLE t (id serial CONSTRAINT t_key PRIMARY KEY WITH (fillfactor = 70), name text)",
                "COMMENT ON INDEX t_key IS 'dense'",
                "COMMENT ON SEQUENCE t_id_seq IS 'numbers'",
                "ALTER TABLE t ALTER COLUMN name SET (n_distinct = 5)",
                "CREATE INDEX t_low ON t (lower(name))",
                "ALTER INDEX t_low ALTER COLUMN 1 SET STATISTICS 500",
                "CREATE MATERIALIZED VIEW later AS SELECT id FROM t WITH NO DATA",
                "CREATE CONVERSION conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8");

        assertThat(inspect().unsupported())
                .containsExactly(
                        "comment of index t_key of a constraint",
                        "comment of sequence t_id_seq of a column",
                        "conversion conv",
                        "materialized view later without its rows: made WITH NO DATA or never refreshed",
                        "options of column t.name: n_distinct=5",
                        "statistics target of column t_low.lower",
                        "storage parameters of index t_key of a constraint: fillfactor=70");
    }

    @Test
    void saysWhichViewsOfOtherSchemasReadTablesOfThisOne() throws SQLException {
        run("CREATE TABLE t (id integer)");
        String other = database().createSchema();
        run("CREATE VIEW " + other + ".reads AS SELECT id FROM t");

        assertThat(inspect().unsupported())
                .containsExactly("view " + other + ".reads of another schema, which reads t");
    }

    @Test
    void namesTheMethodOfAnIndexOnlyIfItIsNotTheUsualOne() throws SQLException {
        run(
                "CREATE TABLE t (id integer, name text) PARTITION BY RANGE (id)",
                "CREATE INDEX t_id ON t (id)",
                "CREATE TABLE \"a USING btree (\" (id integer, name text)",
                "CREATE UNIQUE INDEX \"i \"\" ON b USING btree (\" ON \"a USING btree (\" USING btree (lower(name))",
                "CREATE INDEX by_hash ON \"a USING btree (\" USING hash (name) WHERE name <> ' USING btree '");
        DatabaseSchema schema = inspect();

        assertThat(schema.tables().values().stream()
                        .flatMap(table -> table.indexes().stream())
                        .map(Index::definition))
                .containsExactlyInAnyOrder(
                        "CREATE INDEX t_id ON t (id)",
                        "CREATE UNIQUE INDEX \"i \"\" ON b USING btree (\" ON \"a USING btree (\" (lower(name))",
                        "CREATE INDEX by_hash ON \"a USING btree (\" USING hash (name) WHERE name <> ' USING btree '::text");

        List<DdlStatement> script = new PostgresqlDdl().create(schema);
        database().clear();
        for (DdlStatement statement : script) {
            database().execute(statement.sql());
        }
        assertThat(SchemaDiff.between(schema, inspect()).changes()).isEmpty();
    }

    @Test
    void listsAreTheSameBeforeAndAfterTheirFirstDump() throws SQLException {
        run(
                "CREATE DOMAIN size AS varchar(4) CHECK (VALUE IN ('s', 'm''', 'ARRAY[1]::x[]'))",
                "CREATE TABLE t (id integer, state varchar(10), kind varchar, note text, net cidr, fixed char(2), n bigint,"
                        + " is_of size, tags varchar[] DEFAULT ARRAY['a', 'b']::varchar[],"
                        + " open boolean GENERATED ALWAYS AS (state NOT IN ('done', 'lost')) STORED,"
                        + " CHECK (state IN ('open', 'done', 'lost')),"
                        + " CHECK (note <> 'id = ANY (ARRAY[1, 2])' AND id IN (1, 2)),"
                        + " CHECK (state IN (kind, 'open', coalesce(kind, 'a')) AND net IN ('10.0.0.0/8', '11.0.0.0/8')),"
                        + " CHECK (state IN (CASE WHEN id > 1 THEN kind ELSE 'a' END, kind::varchar(3))),"
                        + " CHECK (state COLLATE \"C\" IN (kind, 'b') OR note IN ('x', 'y') OR note IN (kind, 'z')),"
                        + " CHECK (fixed IN ('aa', 'bb') OR n IN (1, 2.5, id) OR is_of IN ('s', 'm')),"
                        + " CHECK (tags <@ ARRAY['a', 'b']::varchar[] OR state = ANY (tags)),"
                        + " CHECK (state = ANY (ARRAY['a', kind || 'b']) AND state <> ALL ('{x,y}'::text[])))",
                "CREATE INDEX part ON t (id) WHERE state IN ('open', 'new') AND kind NOT IN ('x', 'y')",
                "CREATE VIEW v AS SELECT id, state IN ('open', 'new') AS is_open FROM t WHERE kind IN ('a', state)",
                "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS"
                        + " $$ BEGIN RETURN CASE WHEN 'x' = ANY (ARRAY['a'::varchar]::text[]) THEN NULL ELSE NEW END; END $$",
                "CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW WHEN (NEW.state IN ('open', 'new')) EXECUTE FUNCTION f()");
        DatabaseSchema schema = inspect();

        List<DdlStatement> script = new PostgresqlDdl().create(schema);
        database().clear();
        for (DdlStatement statement : script) {
            database().execute(statement.sql());
        }

        assertThat(SchemaDiff.between(schema, inspect()).changes()).isEmpty();
        assertThat(script.stream().map(DdlStatement::sql).collect(Collectors.joining("\n")))
                .as("lists of values are written as a person writes them")
                .contains("CHECK (state IN ('open', 'done', 'lost'))")
                .contains("note <> 'id = ANY (ARRAY[1, 2])'::text AND (id IN (1, 2))")
                .contains("note IN ('x', 'y')", "fixed IN ('aa', 'bb')");
        assertThat(schema.routines().values())
                .allMatch(routine -> routine.definition().contains("ARRAY['a'::varchar]::text[]"));
    }

    @Test
    void partitionsAndUnusualColumnsAreMadeAgainAsTheyAre() throws SQLException {
        run(
                "CREATE TABLE event (id integer NOT NULL, at date NOT NULL, kind text, PRIMARY KEY (id, at))"
                        + " PARTITION BY RANGE (at)",
                "CREATE TABLE event_2024 PARTITION OF event FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')",
                "CREATE INDEX event_kind ON event (kind)",
                "CREATE UNLOGGED TABLE cache (k text STORAGE EXTERNAL, v text) WITH (fillfactor = 50)",
                "CREATE SEQUENCE odd AS integer INCREMENT BY 2 CYCLE",
                "CREATE TABLE counted (a integer DEFAULT nextval('odd'), b bigint GENERATED ALWAYS AS IDENTITY"
                        + " (START WITH 7 INCREMENT BY 3))",
                "ALTER SEQUENCE odd OWNED BY counted.a",
                "CREATE SEQUENCE down INCREMENT BY -1",
                "CREATE DOMAIN word AS text COLLATE \"C\" NOT NULL CHECK (VALUE ~ '^\\w+$')",
                "CREATE FUNCTION double(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n * 2'",
                "CREATE TABLE computed (n integer, twice integer GENERATED ALWAYS AS (double(n)) STORED, w word[])",
                "CREATE INDEX computed_double ON computed (double(n) DESC NULLS LAST) WHERE n > 0",
                "CREATE VIEW v WITH (security_barrier = true) AS SELECT kind FROM event WITH CASCADED CHECK OPTION",
                "COMMENT ON INDEX computed_double IS 'twice'",
                "COMMENT ON FUNCTION double(integer) IS 'not half'");
        DatabaseSchema schema = inspect();

        List<DdlStatement> script = new PostgresqlDdl().create(schema);
        database().clear();
        for (DdlStatement statement : script) {
            database().execute(statement.sql());
        }

        assertThat(schema.unsupported()).isEmpty();
        assertThat(SchemaDiff.between(schema, inspect()).changes()).isEmpty();
        assertThat(new PostgresqlDdl().render(SchemaDiff.between(schema, inspect())))
                .isEmpty();
    }
}
