package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.SchemaSource;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.core.port.EngineProvider;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Scratch databases on a server: who may make them, where they are not made, and that none is left by a killed process. */
public abstract class ScratchContract extends WorkflowContract {

    private static final SchemaSource LIVE = new SchemaSource.Live();
    private static final SchemaSource MODEL =
            new SchemaSource.Ddl("model.sql", "CREATE TABLE book (id INTEGER NOT NULL PRIMARY KEY);");

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on, on a server
     */
    protected ScratchContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    @BeforeEach
    final void createSomething() throws SQLException {
        database().execute("CREATE TABLE shelf (id INTEGER NOT NULL PRIMARY KEY)");
    }

    private boolean isPostgresql() {
        return product().kind() == DatabaseKind.POSTGRESQL;
    }

    /** Of this test and of those that run beside it. */
    private List<String> scratchDatabases() throws SQLException {
        return administered(
                isPostgresql()
                        ? "SELECT datname FROM pg_database WHERE datname LIKE 'switchback%'"
                        : "SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE 'switchback%'");
    }

    private List<String> administered(String sql) throws SQLException {
        try (Connection connection = database().administer();
                Statement statement = connection.createStatement()) {
            return statement.execute(sql) ? FreshDatabase.firstColumn(statement.getResultSet()) : List.of();
        }
    }

    @Test
    void namesTheGrantWithoutWhichThereIsNoScratchDatabaseAndChangesNothing() throws SQLException {
        String before = database().snapshot();
        try (MigrationManager manager = open()) {
            ConfigurationException refused =
                    catchThrowableOfType(ConfigurationException.class, () -> manager.diff(LIVE, MODEL));

            assertThat(refused.getMessage())
                    .contains("has no right to create databases")
                    .doesNotContain(database().password());
            assertThat(refused.nextStep()).contains(database().user(), "scratch-url");
            assertThat(database().snapshot()).isEqualTo(before);
            String grant = refused.nextStep().replaceFirst(".*run: ", "").replaceFirst(";.*", "");
            assertThat(grant)
                    .startsWith(isPostgresql() ? "ALTER ROLE " : "GRANT ALL ON `switchback\\_scratch\\_%`.* TO ");
            administered(grant);
            assertThat(manager.diff(LIVE, MODEL).changes()).hasSize(2);
        }
    }

    @Test
    void refusesTheDatabaseItselfForScratchUnderWhateverAddress() throws SQLException {
        database().allowScratchDatabases();
        String before = database().snapshot();
        String url = database().url();
        String other = url.contains("localhost")
                ? url.replace("localhost", "127.0.0.1")
                : url.replace("127.0.0.1", "localhost");
        assertThat(other).isNotEqualTo(url);
        for (String scratch : List.of(url, other)) {
            try (MigrationManager manager =
                    configure().set(ConfigKey.SCRATCH_URL, scratch).open()) {
                ConfigurationException refused =
                        catchThrowableOfType(ConfigurationException.class, () -> manager.diff(LIVE, MODEL));
                assertThat(refused.getMessage())
                        .contains("is the database of the migrations itself")
                        .doesNotContain(database().password());
            }
        }
        assertThat(database().snapshot()).isEqualTo(before);
    }

    @Test
    @Timeout(120)
    void theNextRunRemovesWhatAKilledOneHasLeftAndNothingThatIsInUse() throws Exception {
        database().allowScratchDatabases();
        Files.writeString(folder().resolve("slow.sql"), isPostgresql() ? "SELECT pg_sleep(60);" : "DO SLEEP(60);");
        List<String> others = scratchDatabases();
        try (MigrationManager manager = open();
                UpgradingChild child =
                        UpgradingChild.start(provider(), folder(), database().url(), "slow.sql")) {
            String left = appeared(others);
            assertThat(manager.diff(LIVE, MODEL).changes()).hasSize(2);
            assertThat(scratchDatabases()).as("in use").contains(left);
            child.kill();
            // the server has to notice that the session has ended
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            do {
                assertThat(manager.diff(LIVE, MODEL).changes()).hasSize(2);
            } while (scratchDatabases().contains(left) && System.nanoTime() < end);
            assertThat(scratchDatabases()).doesNotContain(left);
        }
    }

    private String appeared(List<String> others) throws SQLException, InterruptedException {
        String working = isPostgresql()
                ? "SELECT datname FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND usename = '"
                : "SELECT db FROM information_schema.processlist WHERE info LIKE 'DO SLEEP%' AND user = '";
        while (true) {
            for (String name : administered(working + database().user() + "'")) {
                assertThat(others).doesNotContain(name);
                return name;
            }
            Thread.sleep(50);
        }
    }
}
