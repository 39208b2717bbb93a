package dev.switchback.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.tck.CuttingProxy;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.OwnThread;
import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.PostgresqlStandby;
import dev.switchback.tck.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is waited for, and what is not. */
@Timeout(90)
class WaitingConnectionsTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final List<MigrationEvent> events = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    static Stream<TestDatabase> servers() {
        return Stream.of(new PostgresqlDatabase(), new MariadbDatabase());
    }

    private WaitingConnections waiting(String url, Duration wait) {
        return new WaitingConnections(
                new UrlConnections(DatabaseUrl.parse(url), Duration.ofSeconds(5)), wait, events::add);
    }

    private static URI address(FreshDatabase database) {
        return URI.create(DatabaseUrl.parse(database.url()).jdbcUrl().substring("jdbc:".length()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String at(int port, FreshDatabase database) {
        return database.url().replace(":" + address(database).getPort() + "/", ":" + port + "/");
    }

    private String reason() {
        return ((MigrationEvent.DatabaseWaiting) events.get(0)).reason();
    }

    /** A pool tells of a server that does not answer after its own time only. */
    private record SlowToFail(Duration time, AtomicInteger attempts) implements ConnectionSource {
        @Override
        public Connection open() throws SQLException {
            attempts.incrementAndGet();
            pause(time.toMillis());
            throw new SQLException("refused", "08001");
        }

        @Override
        public DatabaseKind kind() {
            return DatabaseKind.POSTGRESQL;
        }

        @Override
        public String name() {
            return "slow";
        }

        @Override
        public String lockName() {
            return "slow";
        }

        @Override
        public Optional<Path> file() {
            return Optional.empty();
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    @Test
    void theFirstAttemptCountsToTheTime() {
        AtomicInteger attempts = new AtomicInteger();
        Duration slow = Duration.ofMillis(300);
        try (WaitingConnections connections =
                new WaitingConnections(new SlowToFail(slow, attempts), slow.minusMillis(100), events::add)) {
            assertThatThrownBy(connections::open).isInstanceOf(SQLException.class);
        }
        assertThat(attempts).hasValue(1);
        assertThat(events).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void nobodyListensYet(TestDatabase product) throws Exception {
        try (FreshDatabase database = product.fresh(folder)) {
            int port = freePort();
            CompletableFuture<CuttingProxy> later = OwnThread.supply(() -> {
                pause(700);
                return CuttingProxy.to(
                        address(database).getHost(), address(database).getPort(), port);
            });
            try (WaitingConnections connections = waiting(at(port, database), LONG);
                    Connection connection = connections.open()) {
                assertThat(connection.isValid(1)).isTrue();
                assertThat(later).isCompleted();
                assertThat(reason()).isEqualTo("the database cannot be reached");
            } finally {
                later.get().close();
            }
        }
    }

    /** As Docker's own proxy does while the server in the container is not there. */
    @ParameterizedTest
    @MethodSource("servers")
    void somebodyListensAndHangsUp(TestDatabase product) throws Exception {
        try (FreshDatabase database = product.fresh(folder)) {
            ServerSocket rude = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            int port = rude.getLocalPort();
            CompletableFuture<CuttingProxy> later = OwnThread.supply(() -> {
                hangUpTwice(rude);
                return CuttingProxy.to(
                        address(database).getHost(), address(database).getPort(), port);
            });
            try (WaitingConnections connections = waiting(at(port, database), LONG);
                    Connection connection = connections.open()) {
                assertThat(connection.isValid(1)).isTrue();
                assertThat(events).isNotEmpty();
            } finally {
                later.get().close();
            }
        }
    }

    private static void hangUpTwice(ServerSocket listening) {
        try (listening) {
            listening.accept().close();
            listening.accept().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aServerThatIsReallyStarting() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        folder.toFile().setExecutable(true, false);
        try (PostgresqlStandby server = PostgresqlStandby.start(data)) {
            server.stop();
            CompletableFuture<Void> starting = OwnThread.run(() -> {
                pause(300);
                try {
                    server.start();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            try (WaitingConnections connections = waiting(server.url(), LONG);
                    Connection connection = connections.open()) {
                assertThat(connection.isValid(1)).isTrue();
                assertThat(events).isNotEmpty();
            } finally {
                starting.get();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aRefusedLoginIsAnErrorAtOnce(TestDatabase product) throws Exception {
        try (FreshDatabase database = product.fresh(folder);
                WaitingConnections connections = waiting(database.url().replace(database.password(), "wrong"), LONG)) {
            assertThatThrownBy(connections::open)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(Faults.opening(e)).isEqualTo(Fault.LOGIN_REFUSED));
            assertThat(events).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void anUnknownDatabaseIsAnErrorAtOnce(TestDatabase product) throws Exception {
        try (FreshDatabase database = product.fresh(folder);
                WaitingConnections connections = waiting(database.url().replaceFirst("/[^/]*$", "/nonesuch"), LONG)) {
            assertThatThrownBy(connections::open)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(Faults.opening(e))
                                    // MariaDB tells nobody of databases that are not his
                                    .isIn(Fault.NO_DATABASE, Fault.NO_PERMISSION));
            assertThat(events).isEmpty();
        }
    }

    @Test
    void encryptionThatTheServerDoesNotHaveIsAnErrorAtOnce() throws Exception {
        try (FreshDatabase database = new PostgresqlDatabase().fresh(folder);
                WaitingConnections connections = waiting(database.url() + "?sslmode=require", LONG)) {
            assertThatThrownBy(connections::open)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(Faults.opening(e)).isEqualTo(Fault.TLS_REFUSED));
            assertThat(events).isEmpty();
        }
        try (FreshDatabase database = new MariadbDatabase().fresh(folder);
                WaitingConnections connections = waiting(database.url() + "?sslMode=verify-full", LONG)) {
            assertThatThrownBy(connections::open)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(Faults.opening(e)).isEqualTo(Fault.NOT_CONNECTED));
            assertThat(events).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://u:p@nonesuch.invalid/db",
                "mariadb://u:p@nonesuch.invalid/db",
                "h2:tcp://nonesuch.invalid/db"
            })
    void aHostWithoutAnAddressMayGetOne(String url) {
        try (WaitingConnections connections = waiting(url, Duration.ofMillis(600))) {
            long start = System.nanoTime();
            SQLException error = catchThrowableOfType(SQLException.class, connections::open);

            assertThat(Faults.opening(Faults.root(error))).isEqualTo(Fault.UNKNOWN_HOST);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(550));
            assertThat(reason()).isEqualTo("the name of its host is not known");
        }
    }

    @Test
    void nothingIsWaitedForIfNobodyAsksForIt() throws IOException {
        try (WaitingConnections connections =
                waiting("postgres://u:p@127.0.0.1:" + freePort() + "/db", Duration.ZERO)) {
            assertThatThrownBy(connections::open).isInstanceOf(SQLException.class);
            assertThat(events).isEmpty();
        }
    }

    @Test
    void aDatabaseThatHasAnsweredOnceIsNotWaitedForAgainUnlessAsked() throws Exception {
        try (FreshDatabase database = new PostgresqlDatabase().fresh(folder)) {
            CuttingProxy proxy = CuttingProxy.to(
                    address(database).getHost(), address(database).getPort());
            try (WaitingConnections connections = waiting(at(proxy.port(), database), LONG)) {
                connections.open().close();
                proxy.close();

                assertThatThrownBy(connections::open).isInstanceOf(SQLException.class);
                assertThat(events).isEmpty();
                Duration asked = Duration.ofMillis(300);
                assertThatThrownBy(() -> connections.open(asked)).isInstanceOf(SQLException.class);
                assertThat(events).hasSize(1);
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
