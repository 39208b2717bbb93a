package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.error.HistoryMismatchException;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.api.model.RepairAction;
import dev.switchback.api.model.Target;
import dev.switchback.core.port.EngineProvider;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A schema of PostgreSQL in which somebody else may create things, and has prepared what he hopes that the one who
 * migrates will call (<a href="https://www.postgresql.org/support/security/CVE-2018-1058/">CVE-2018-1058</a>).
 */
public abstract class HostileSchemaContract extends WorkflowContract {

    /** Each would be preferred to PostgreSQL's own, because it fits the types of a statement exactly. */
    private static final String TRAPS = """
            CREATE TABLE public.trapped (what text);
            GRANT INSERT ON public.trapped TO PUBLIC;
            CREATE FUNCTION public.trap(what text) RETURNS boolean LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'trapped: %', what; END $$;
            CREATE FUNCTION public.equal(varchar, varchar) RETURNS boolean LANGUAGE sql
                AS $$ SELECT public.trap('=') $$;
            CREATE OPERATOR public.= (LEFTARG = varchar, RIGHTARG = varchar, FUNCTION = public.equal);
            CREATE FUNCTION public.pg_try_advisory_xact_lock(bigint) RETURNS boolean LANGUAGE sql
                AS $$ SELECT public.trap('lock') $$;
            CREATE FUNCTION public.pg_try_advisory_xact_lock(integer) RETURNS boolean LANGUAGE sql
                AS $$ SELECT public.trap('lock') $$;
            CREATE FUNCTION public.current_setting(varchar) RETURNS text LANGUAGE sql
                AS $$ SELECT public.trap('current_setting')::text $$;
            CREATE FUNCTION public.set_config(varchar, varchar, boolean) RETURNS text LANGUAGE sql
                AS $$ SELECT public.trap('set_config')::text $$;
            CREATE FUNCTION public.lower(varchar) RETURNS text LANGUAGE sql
                AS $$ SELECT public.trap('lower')::text $$;
            """;

    /**
     * For the classes that name an engine.
     *
     * @param provider the engine
     */
    protected HostileSchemaContract(EngineProvider provider) {
        super(provider, new PostgresqlDatabase());
    }

    private String stranger() {
        return database().user() + "_stranger";
    }

    @BeforeEach
    final void letAStrangerIn() throws SQLException {
        administer("CREATE ROLE " + stranger() + " NOLOGIN; GRANT CREATE ON SCHEMA public TO " + stranger());
    }

    @AfterEach
    final void throwHimOut() throws SQLException {
        administer("DROP OWNED BY " + stranger() + " CASCADE; DROP ROLE " + stranger());
    }

    private void administer(String sql) throws SQLException {
        try (Connection connection = database().administer();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void asStranger(String sql) throws SQLException {
        administer("SET ROLE " + stranger() + ";\n" + sql);
    }

    private String historyTable() {
        return provider().info().historyTable().toLowerCase(Locale.ROOT);
    }

    @Test
    void noFunctionAndNoOperatorOfAStrangerIsCalled() throws SQLException {
        asStranger(TRAPS);
        assertThatExceptionOfType(SQLException.class)
                .as("the traps bite those who fall into them")
                .isThrownBy(() -> database().column("SELECT 'a'::varchar = 'a'::varchar"))
                .withMessageContaining("trapped: =");
        files().write(Scenario.repeatable().before());
        try (MigrationManager manager = configure()
                .set(ConfigKey.ALLOW_NON_EMPTY, "true")
                .listener(MigrationListener.silent())
                .open()) {
            assertThat(manager.status().pending()).hasSize(3);
            manager.upgrade();
            files().put(
                            "R__names.sql",
                            "DROP VIEW IF EXISTS names;\nCREATE VIEW names AS SELECT id AS name FROM t1;\n");
            manager.upgrade();
            assertThat(manager.check().ok()).isTrue();
            manager.downgrade(Target.parse("-1"));
            manager.stamp(Target.head());
            Scripts first = Scenario.repeatable().before().get(0);
            files().put(first.file(), "-- edited\n" + first.upSql());
            manager.repair(new RepairAction.UpdateChecksum("1"));
            assertThat(manager.check().ok()).isTrue();
        }
    }

    @Test
    void aHistoryTableOfAStrangerIsNotWrittenTo() throws SQLException {
        files().write(Scenario.linear(1).before());
        applied(Scenario.linear(1));
        files().write(Scenario.linear(2).before());
        administer("ALTER TABLE " + historyTable() + " OWNER TO " + stranger() + "; GRANT ALL ON " + historyTable()
                + " TO " + database().user());
        String before = database().snapshot();
        try (MigrationManager manager = open()) {
            assertThat(manager.history()).as("it can be read").hasSize(1);
            HistoryMismatchException refused = catchThrowableOfType(HistoryMismatchException.class, manager::upgrade);
            assertThat(problems(refused.problems()))
                    .containsExactly("FOREIGN_HISTORY " + provider().info().historyTable());
            assertThat(refused.problems().get(0).message()).contains("belongs to " + stranger());
        }
        assertThat(database().snapshot()).isEqualTo(before);
    }

    @Test
    void aViewOfAStrangerInPlaceOfTheHistoryTableIsNotEvenRead() throws SQLException {
        asStranger(TRAPS);
        asStranger("CREATE VIEW public." + historyTable() + " AS SELECT public.trap('view') AS installed_rank;"
                + " GRANT ALL ON public." + historyTable() + " TO PUBLIC");
        files().write(Scenario.linear(1).before());
        try (MigrationManager manager = open()) {
            assertThat(problems(manager.status().problems()))
                    .containsExactly("FOREIGN_HISTORY " + provider().info().historyTable());
            HistoryMismatchException refused = catchThrowableOfType(HistoryMismatchException.class, manager::upgrade);
            assertThat(refused.problems().get(0).nextStep()).contains("find out who made it");
        }
        assertThat(database().tables()).doesNotContain("t1");
    }
}
