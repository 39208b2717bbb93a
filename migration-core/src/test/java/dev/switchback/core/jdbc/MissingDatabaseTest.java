package dev.switchback.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.H2Database;
import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.SqliteDatabase;
import dev.switchback.tck.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Creating the database that a URL names. */
final class MissingDatabaseTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    static List<TestDatabase> products() {
        return List.of(new SqliteDatabase(), new H2Database(), new PostgresqlDatabase(), new MariadbDatabase());
    }

    static List<TestDatabase> servers() {
        return List.of(new PostgresqlDatabase(), new MariadbDatabase());
    }

    @ParameterizedTest
    @MethodSource("products")
    void isCreatedOnceAndCanBeUsed(TestDatabase product) throws SQLException {
        try (FreshDatabase neighbour = product.fresh(folder)) {
            // its name has what would end it if nobody quoted it
            DatabaseUrl url = absent(product, neighbour, "-\"quoted` one");
            allow(product, neighbour, name(url));
            ConnectionSource source = new UrlConnections(url, PATIENCE);
            try {
                assertThat(source.create()).isTrue();
                assertThat(source.create()).isFalse();
                try (Connection connection = source.open();
                        Statement statement = connection.createStatement()) {
                    statement.execute("CREATE TABLE t (id INTEGER)");
                }
            } finally {
                drop(product, neighbour, name(url));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void severalAtOnceCreateItOnce(TestDatabase product) throws Exception {
        try (FreshDatabase neighbour = product.fresh(folder)) {
            DatabaseUrl url = absent(product, neighbour, "_shared");
            allow(product, neighbour, name(url));
            CountDownLatch go = new CountDownLatch(1);
            ExecutorService threads = Executors.newFixedThreadPool(4);
            List<Future<Boolean>> starters = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                starters.add(threads.submit(() -> {
                    go.await();
                    return new UrlConnections(url, PATIENCE).create();
                }));
            }
            go.countDown();
            int created = 0;
            for (Future<Boolean> starter : starters) {
                created += starter.get() ? 1 : 0;
            }
            threads.shutdown();
            drop(product, neighbour, name(url));
            assertThat(created).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whoMayNotCreateItIsToldThatAPermissionIsMissing(TestDatabase product) throws SQLException {
        try (FreshDatabase neighbour = product.fresh(folder)) {
            DatabaseUrl url = absent(product, neighbour, "_forbidden");

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> new UrlConnections(url, PATIENCE).create())
                    .satisfies(e -> assertThat(Faults.opening(Faults.root(e))).isEqualTo(Fault.NO_PERMISSION));
        }
    }

    /** MariaDB does not even tell such a user whether the database exists. */
    @Test
    void postgresqlSaysThatItIsMissingAndWhatToAskFor() throws SQLException {
        TestDatabase product = new PostgresqlDatabase();
        try (FreshDatabase neighbour = product.fresh(folder)) {
            DatabaseUrl url = absent(product, neighbour, "_forbidden");

            assertThatExceptionOfType(FoundFault.class)
                    .isThrownBy(() -> new UrlConnections(url, PATIENCE).create())
                    .withMessage("the database does not exist, and this user may not create it")
                    .satisfies(e -> assertThat(e.next()).contains("CREATE DATABASE", "_forbidden"));
        }
    }

    /** Beside the database of the same user. */
    private static DatabaseUrl absent(TestDatabase product, FreshDatabase neighbour, String suffix) {
        if (!servers().stream().map(TestDatabase::kind).toList().contains(product.kind())) {
            return DatabaseUrl.parse(neighbour.url());
        }
        String encoded = suffix.replace("\"", "%22").replace("`", "%60").replace(" ", "%20");
        String[] url = neighbour.url().split("(?=\\?)", 2);
        return DatabaseUrl.parse(url[0] + encoded + (url.length == 2 ? url[1] : ""));
    }

    private static String name(DatabaseUrl url) {
        return url.displayName().split(" @ ", 2)[0];
    }

    private static void allow(TestDatabase product, FreshDatabase neighbour, String name) throws SQLException {
        switch (product.kind()) {
            case POSTGRESQL -> administer(neighbour, "ALTER ROLE " + neighbour.user() + " CREATEDB");
            case MARIADB, MYSQL ->
                administer(neighbour, "GRANT ALL ON " + quoted(product.kind(), name) + ".* TO " + neighbour.user());
            default -> {}
        }
    }

    private static void drop(TestDatabase product, FreshDatabase neighbour, String name) throws SQLException {
        if (servers().stream().map(TestDatabase::kind).toList().contains(product.kind())) {
            administer(neighbour, "DROP DATABASE IF EXISTS " + quoted(product.kind(), name));
        }
    }

    private static String quoted(DatabaseKind kind, String name) {
        return kind == DatabaseKind.POSTGRESQL
                ? "\"" + name.replace("\"", "\"\"") + "\""
                : "`" + name.replace("`", "``") + "`";
    }

    private static void administer(FreshDatabase neighbour, String sql) throws SQLException {
        try (Connection connection = neighbour.administer();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
