package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.SchemaSource;
import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.error.ErrorCode;
import dev.switchback.api.error.InvalidMigrationSourceException;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.error.UnprovenMigrationException;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.Target;
import dev.switchback.api.schema.AutogenerateRequest;
import dev.switchback.api.schema.Rename;
import dev.switchback.api.schema.RenameDecision;
import dev.switchback.core.port.EngineProvider;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What only PostgreSQL and its client psql understand, with every engine. */
public abstract class PostgresqlDialectContract extends DialectContract {

    private static final String FIRST = "V1__first.sql";

    /**
     * For the classes that name an engine.
     *
     * @param provider the engine
     */
    protected PostgresqlDialectContract(EngineProvider provider) {
        super(provider, new PostgresqlDatabase());
    }

    static List<DialectCase> cases() {
        return DialectCase.of(DatabaseKind.POSTGRESQL);
    }

    /** What a transaction of its own would begin with, a part of the one transaction begins with too. */
    @Test
    void everyScriptOfARunInOneTransactionHasItsOwnSettings() throws SQLException {
        files().put(FIRST, "SET lock_timeout = '1ms';\nSET search_path = pg_catalog;\n")
                .put("V2__second.sql", "CREATE TABLE seen AS SELECT current_setting('lock_timeout') AS t;\n");
        try (MigrationManager manager =
                configure().set(ConfigKey.TRANSACTION, "all").open()) {
            assertThat(labels(manager.upgrade())).containsExactly("1", "2");
        }
        assertThat(database().column("SELECT t FROM seen")).containsExactly("5s");
    }

    /** It is looked at when all is committed, and the commit fails. */
    @Test
    void aDeferredConstraintFailsTheWholeRunInOneTransaction() throws SQLException {
        files().put(FIRST, """
                        CREATE TABLE parent (id INTEGER PRIMARY KEY);
                        CREATE TABLE child (id INTEGER REFERENCES parent DEFERRABLE INITIALLY DEFERRED);
                        """).put("V2__second.sql", "INSERT INTO child (id) VALUES (7);\n");
        try (MigrationManager manager =
                configure().set(ConfigKey.TRANSACTION, "all").open()) {
            MigrationFailedException error = catchThrowableOfType(MigrationFailedException.class, manager::upgrade);
            assertThat(error.code()).isEqualTo(ErrorCode.FAILED_CLEAN);
            assertThat(error.completed().executed()).isEmpty();
            assertThat(error.statement().sqlState()).contains("23503");
            assertThat(history(manager)).isEmpty();
        }
        assertThat(database().tables()).doesNotContain("parent", "child");
    }

    static List<Arguments> whatIsNotCompared() {
        return List.of(
                Arguments.of("CREATE TYPE pair AS (a INTEGER);\n", "CREATE TABLE t (p pair);\n"),
                Arguments.of(
                        "CREATE SCHEMA other;\nCREATE DOMAIN other.pair AS TEXT;\n",
                        "CREATE TABLE t (p other.pair);\n"),
                Arguments.of(
                        "CREATE AGGREGATE pair (INTEGER) (sfunc = int4pl, stype = INTEGER);\n",
                        "CREATE VIEW t AS SELECT pair(1) AS p;\n"));
    }

    /** As an extension, which not every server has. */
    @ParameterizedTest
    @MethodSource("whatIsNotCompared")
    void whatIsNotComparedComesFromAMigrationOfItsOwn(String needed, String user) throws SQLException {
        database().allowScratchDatabases();
        AutogenerateRequest request =
                AutogenerateRequest.of("second", new SchemaSource.Ddl("model.sql", needed + user));
        try (MigrationManager manager = open()) {
            UnprovenMigrationException error =
                    catchThrowableOfType(UnprovenMigrationException.class, () -> manager.autogenerate(request));
            assertThat(error.isMissingSomething()).isTrue();
            assertThat(error.nextStep()).contains("a migration of its own first", "CREATE EXTENSION citext");

            files().put(FIRST, needed);
            assertThat(manager.autogenerate(request).files()).isPresent();
            manager.upgrade();
            assertThat(database().column("SELECT p FROM t")).hasSizeLessThan(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"t, ", "u, t:u"})
    void whatIsLiveIsNotMadeAgainWithoutThat(String table, @Nullable String rename) throws SQLException {
        database().allowScratchDatabases();
        String needed = "CREATE TYPE pair AS (a INTEGER);\n";
        files().put(FIRST, needed + "CREATE TABLE t (p pair);\n");
        try (MigrationManager manager = open()) {
            manager.upgrade();
            AutogenerateRequest request = new AutogenerateRequest(
                    "second",
                    Optional.empty(),
                    new SchemaSource.Ddl("model.sql", needed + "CREATE TABLE " + table + " (p pair, id INTEGER);\n"),
                    new SchemaSource.Live(),
                    Stream.ofNullable(rename)
                            .flatMap(r -> Rename.parse(r).stream())
                            .toList(),
                    RenameDecision.UNDECIDED,
                    false,
                    false,
                    true,
                    false,
                    false);

            UnprovenMigrationException error =
                    catchThrowableOfType(UnprovenMigrationException.class, () -> manager.autogenerate(request));

            assertThat(error.isMissingSomething()).isTrue();
        }
    }

    @Test
    void aDumpOfPgDumpRunsAndLeavesItsSettingsToNobody() throws SQLException {
        files().put(FIRST, dump("pg_dump.sql"))
                .put("U1__first.sql", "DROP SCHEMA shop CASCADE;\nDROP TABLE public.customer;\n")
                .put("V2__next.sql", "CREATE TABLE next_one AS SELECT \"Name;\" AS name FROM customer;\n")
                .put("U2__next.sql", "DROP TABLE next_one;\n");
        try (MigrationManager manager = open()) {
            assertThat(labels(manager.upgrade())).containsExactly("1", "2");
            assertThat(database().column("SELECT name FROM public.next_one ORDER BY name"))
                    .containsExactly("Zoë; O'Hara", "tab\there, back\\slash and a \\. at its end\\.", "null");
            assertThat(database().column("SELECT name || gross FROM shop.article ORDER BY id"))
                    .containsExactly("it's; cheap11.8881", "測試 🐘119.0000");
            assertThat(database().column("SELECT nextval('shop.article_id_seq')"))
                    .containsExactly("3");
            manager.downgrade(Target.base());
            assertThat(labels(manager.upgrade())).containsExactly("1", "2");
            assertThat(manager.check().ok()).isTrue();
        }
    }

    @Test
    void theLinesThatGuardADumpAreLeftOutWithANote() {
        files().put(FIRST, "-- a dump\n\\restrict abc\ncreate table a (x int);\n\\unrestrict abc\n");
        String note = FIRST + ":2: \\restrict is a command of psql, not SQL; it means nothing here and was left out";
        try (MigrationManager manager = open()) {
            assertThat(manager.check().problems()).isEmpty();
            assertThat(manager.check().warnings()).containsExactly(note);
            assertThat(manager.plan(Direction.UP, Target.head()).warnings()).containsExactly(note);
            assertThat(manager.upgrade().warnings()).containsExactly(note);
            assertThat(manager.check().warnings()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            \\connect other password=hunter2 | 2 | \\connect | name the database in the connection URL
            select 1 \\gset                  | 2 | \\gset    | remove the line, or say it in SQL
            """)
    void aCommandOfPsqlIsRefusedBeforeAnythingRuns(String text, int line, String command, String advice)
            throws SQLException {
        files().put(FIRST, "create table a (x int);\n" + text + "\ninsert into a values (1);\n");
        String next = refused();
        assertThat(next)
                .contains(FIRST + ":" + line + ": " + command + " is a command of psql, not SQL")
                .contains(advice)
                .doesNotContain("hunter2");
    }

    @Test
    void aCopyWithoutItsEndIsRefusedBeforeAnythingRuns() throws SQLException {
        files().put(FIRST, "create table a (x int);\n\ncopy a from stdin;\n1\n2\n");
        assertThat(refused())
                .contains(FIRST + ":3: the rows after COPY … FROM stdin have no end")
                .contains("put a line of \\. alone after the last row");
    }

    /** What the upgrade and the check say of the folder, which must be the same. */
    private String refused() throws SQLException {
        files().put("V2__next.sql", "create table b (x int);\n");
        try (MigrationManager manager = open()) {
            InvalidMigrationSourceException error =
                    catchThrowableOfType(InvalidMigrationSourceException.class, manager::upgrade);
            assertThat(error.problems()).hasSize(1);
            assertThat(manager.check().problems()).isEqualTo(error.problems());
            assertUntouched();
            return error.getMessage() + "\n" + error.problems().get(0).nextStep();
        }
    }

    @Test
    void aRowThatDoesNotFitIsAFailureOfItsCopyAndLeavesNothing() throws SQLException {
        files().put(FIRST, """
                        create table a (x int primary key, y text);
                        -- the rows
                        copy a (x, y) from stdin;
                        1	one
                        two	2
                        \\.
                        insert into a values (3, 'three');
                        """);
        try (MigrationManager manager = open()) {
            MigrationFailedException error = catchThrowableOfType(MigrationFailedException.class, manager::upgrade);
            assertThat(error)
                    .hasMessageStartingWith(FIRST + ":3: statement 2 failed: ")
                    .hasMessageContaining("invalid input syntax for type integer: \"two\"")
                    .hasMessageContaining("COPY a, line 2, column x");
            assertThat(error.databaseState()).isEqualTo(DatabaseState.UNCHANGED);
            assertThat(error.statement().sqlState()).contains("22P02");
            assertThat(error.statement().line()).isEqualTo(3);
            assertThat(error.statement().sql()).isEqualTo("copy a (x, y) from stdin");
            assertThat(history(manager)).isEmpty();
            assertThat(database().tables()).doesNotContain("a");
            files().put(FIRST, "create table a (x int);\ncopy a from stdin;\n1\n\\.\n");
            assertThat(labels(manager.upgrade())).containsExactly("1");
        }
        assertThat(database().column("SELECT x FROM a")).containsExactly("1");
    }

    @Test
    void rowsAreCopiedOutsideOfATransactionToo() throws SQLException {
        files().put(FIRST, """
                        -- switchback: transaction=off
                        create table a (x int);
                        copy a from stdin;
                        1
                        2
                        \\.
                        create index concurrently a_x on a (x);
                        """);
        try (MigrationManager manager = open()) {
            assertThat(labels(manager.upgrade())).containsExactly("1");
        }
        assertThat(database().column("SELECT count(*) FROM a")).containsExactly("2");
    }

    @Test
    void rowsAreCopiedOverTheConnectionsOfTheApplication() throws SQLException {
        files().put(FIRST, "create table a (x text);\ncopy a from stdin;\ngröße 🐘\n\\.\n");
        try (MigrationManager manager =
                configureWithoutDatabase().dataSource(database().dataSource()).open()) {
            assertThat(labels(manager.upgrade())).containsExactly("1");
        }
        assertThat(database().column("SELECT x FROM a")).containsExactly("größe 🐘");
    }

    @Test
    void aProcedureThatCommitsIsCalledOutsideOfATransaction() throws SQLException {
        String call = """
                create table a (x int);
                create procedure fill() language plpgsql as $$
                begin
                  for i in 1..3 loop
                    insert into a values (i);
                    if i = 2 then commit; end if;
                  end loop;
                  rollback;
                end;
                $$;
                call fill();
                """;
        files().put(FIRST, call);
        try (MigrationManager manager = open()) {
            MigrationFailedException error = catchThrowableOfType(MigrationFailedException.class, manager::upgrade);
            assertThat(error).hasMessageStartingWith(FIRST + ":11: statement 3 failed: ");
            assertThat(error.databaseState()).isEqualTo(DatabaseState.UNCHANGED);
            assertThat(database().tables()).doesNotContain("a");
            files().put(FIRST, "-- switchback: transaction=off\n" + call);
            assertThat(labels(manager.upgrade())).containsExactly("1");
        }
        assertThat(database().column("SELECT x FROM a ORDER BY x")).containsExactly("1", "2");
    }

    /** Databases and roles are of the server, on which a scratch database is made too. */
    @Test
    void aComparisonLeavesAloneWhatTheServerHas() throws SQLException {
        String comment =
                "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()";
        String name =
                database().column("SELECT quote_ident(current_database())").get(0);
        database().allowScratchDatabases();
        files().put(FIRST, "CREATE TABLE a (id INTEGER);\nCOMMENT ON DATABASE " + name + " IS 'first';\n");
        try (MigrationManager manager = open()) {
            manager.upgrade();
            assertThat(database().column(comment)).containsExactly("first");
            database().execute("COMMENT ON DATABASE " + name + " IS 'second'");

            assertThat(manager.drift().changes()).isEmpty();
        }
        assertThat(database().column(comment)).containsExactly("second");
    }
}
