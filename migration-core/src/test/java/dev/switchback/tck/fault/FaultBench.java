package dev.switchback.tck.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.port.EngineProvider;
import dev.switchback.tck.EngineLoader;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.MigrationFolder;
import dev.switchback.tck.Scripts;
import dev.switchback.tck.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** An engine, a database that is emptied again and again, and a folder with migrations. */
final class FaultBench implements AutoCloseable {

    private static final int MOST_AT_ONCE = 4;

    private final EngineProvider provider;
    private final TestDatabase product;
    private final Path folder;
    private FreshDatabase database;
    private Optional<Connection> observer = Optional.empty();
    private Optional<HikariDataSource> others = Optional.empty();

    FaultBench(EngineProvider provider, TestDatabase product, Path folder) {
        this.provider = provider;
        this.product = product;
        this.folder = folder;
        this.database = product.fresh(folder);
    }

    FreshDatabase database() {
        return database;
    }

    Dialect dialect() {
        return Dialect.of(product.kind());
    }

    String historyTable() {
        return provider.info().historyTable();
    }

    /** Makes the folder hold exactly these migrations. */
    void files(List<Scripts> scripts) {
        new MigrationFolder(folder.resolve("migrations")).write(scripts);
    }

    private Switchback.Builder configure() {
        return Switchback.configure()
                .baseDir(folder)
                .dirs("migrations")
                .engine(provider.info().id())
                .classLoader(EngineLoader.of(List.of(provider.getClass())))
                // whoever waits for a lock here waits for one that was left behind
                .set(ConfigKey.LOCK_TIMEOUT, "5s")
                .set(ConfigKey.POOL, "false");
    }

    /**
     * As somebody else would come to this database: with connections of his own. On PostgreSQL, where a connection is a
     * process, he has a pool, which the command that is disturbed has no part in.
     */
    private Switchback.Builder somebodyElse() {
        if (product.kind() != DatabaseKind.POSTGRESQL) {
            return configure().databaseUrl(database.url());
        }
        HikariDataSource pool = others.orElseGet(this::pool);
        others = Optional.of(pool);
        return configure().dataSource(pool);
    }

    private HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(DatabaseUrl.parse(database.url()).jdbcUrl());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMinimumIdle(0);
        config.setMaximumPoolSize(MOST_AT_ONCE);
        return new HikariDataSource(config);
    }

    MigrationManager open() {
        return somebodyElse().open();
    }

    MigrationManager open(MigrationListener listener) {
        return somebodyElse().listener(listener).open();
    }

    /** For the command that is disturbed. */
    MigrationManager open(FaultySource source, FaultCommand command) {
        return configure()
                .dataSource(source)
                .set(ConfigKey.TRANSACTION, command.isAsOne() ? "all" : "auto")
                .open();
    }

    void with(Consumer<MigrationManager> work) {
        try (MigrationManager manager = open()) {
            work.accept(manager);
        }
    }

    /** Does what is known to fail half-way. */
    void stopHalfWay(Consumer<MigrationManager> work) {
        with(manager -> assertThat(catchThrowableOfType(MigrationFailedException.class, () -> work.accept(manager)))
                .isNotNull());
    }

    void execute(String... statements) {
        execute(List.of(statements));
    }

    void execute(List<String> statements) {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError("what is done by hand failed", e);
        }
    }

    Picture picture() {
        return look(connection -> Picture.of(product.kind(), connection, historyTable()));
    }

    /** Whether plain Liquibase would find its lock taken. */
    List<String> liquibaseLocks() {
        return look(connection -> {
            if (!FreshDatabase.tables(connection).contains("databasechangeloglock")) {
                return List.of();
            }
            List<String> locks = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT LOCKED FROM DATABASECHANGELOGLOCK")) {
                while (rows.next()) {
                    locks.add(String.valueOf(rows.getString(1)));
                }
            }
            return locks;
        });
    }

    private interface Look<T> {
        T at(Connection connection) throws SQLException;
    }

    /** On PostgreSQL, where a connection is a process, always with the same one. */
    private <T> T look(Look<T> look) {
        try {
            if (product.kind() == DatabaseKind.POSTGRESQL) {
                Connection connection = observer.isPresent() ? observer.get() : database.administer();
                observer = Optional.of(connection);
                return look.at(connection);
            }
            try (Connection connection = database.administer()) {
                return look.at(connection);
            }
        } catch (SQLException e) {
            throw new AssertionError("the database does not answer", e);
        }
    }

    private void disconnect() throws SQLException {
        others.ifPresent(HikariDataSource::close);
        others = Optional.empty();
        if (observer.isPresent()) {
            observer.get().close();
            observer = Optional.empty();
        }
    }

    /** Makes what the migrations have made be that of another place of the course; the history stays. */
    void byHand(Course course, int leg, int statements) {
        List<String> all = new ArrayList<>(FaultFolder.DROP_EVERYTHING);
        all.addAll(course.upTo(leg, statements));
        execute(all);
    }

    /** Takes another database, when something may have been left in this one that emptying does not remove. */
    void renew() throws SQLException {
        disconnect();
        database.close();
        database = product.fresh(folder);
    }

    /** Empties the database. */
    void clear() {
        try {
            database.clear();
        } catch (SQLException e) {
            throw new AssertionError("the database cannot be emptied", e);
        }
    }

    /** Brings the database to where a command starts. */
    void start(FaultCommand command) {
        clear();
        files(command.scripts());
        command.start(this);
    }

    String name() {
        return provider.info().id() + " on " + Objects.requireNonNull(product.name());
    }

    @Override
    public void close() throws SQLException {
        disconnect();
        database.close();
    }
}
