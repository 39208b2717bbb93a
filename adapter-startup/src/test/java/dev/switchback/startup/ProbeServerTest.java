package dev.switchback.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.health.HealthReport;
import dev.switchback.api.health.HealthStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProbeServerTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(strings = {"flyway", "liquibase"})
    void isAliveAndNotReadyWhileItMigratesAndSaysWhatRuns(String engine) throws Exception {
        Application application = Application.in(dir, engine);
        application.write("V2__add_title.sql", "SELECT 1;\n\nALTER TABLE book ADD COLUMN title VARCHAR(20);\n");
        CountDownLatch second = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        int port = freePort();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        Future<StartedDatabase> starting = threads.submit(() -> MigrateOnStartup.start(application
                .upgrading()
                .set(ConfigKey.STARTUP_PROBE_PORT, Integer.toString(port))
                // hears an event before the probes do
                .listener(event -> {
                    if (event instanceof MigrationEvent.StatementFinished s
                            && s.script().startsWith("V2")) {
                        second.countDown();
                        await(goOn);
                    }
                })));
        assertThat(second.await(30, TimeUnit.SECONDS)).isTrue();

        HttpResponse<String> alive = Application.get(port, "/livez");
        HttpResponse<String> ready = Application.get(port, "/readyz");
        goOn.countDown();

        assertThat(alive.statusCode()).isEqualTo(200);
        assertThat(alive.body())
                .matches("alive: applies V2__add_title\\.sql \\(2 of 2\\) since \\d+ s,"
                        + " statement 1 of 2 \\(line 1\\) since \\d+ s\n");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).startsWith("not ready: applies V2__add_title.sql");
        try (StartedDatabase database = starting.get(30, TimeUnit.SECONDS)) {
            assertThat(database.probePort()).hasValue(port);
            assertThat(Application.get(port, "/readyz").statusCode()).isEqualTo(200);
            assertThat(Application.get(port, "/readyz").body()).contains("ready: UP", "current: 2", "pending: 0");
            assertThat(Application.get(port, "/livez").body()).contains("alive: has started (UP)");
            assertThat(Application.get(port, "/").statusCode()).isEqualTo(404);
        }
        threads.shutdown();
    }

    @Test
    void leavesThePortToTheApplicationWhenTheStartIsOver() throws Exception {
        Application application = Application.in(dir, "flyway");
        int port = freePort();

        MigrateOnStartup.run(application.upgrading().set(ConfigKey.STARTUP_PROBE_PORT, Integer.toString(port)));

        try (ServerSocket own = new ServerSocket(port)) {
            assertThat(own.isBound()).isTrue();
        }
    }

    @Test
    void isAliveBesideHalfRequestsAndADatabaseThatHangs() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        try (ProbeServer probes = ProbeServer.open(0, new StartupProgress());
                Socket first = halfARequest(probes.port());
                Socket second = halfARequest(probes.port())) {
            probes.startedWith(() -> {
                await(goOn);
                return new HealthReport(HealthStatus.UP, Map.of());
            });
            BlockingQueue<String> answers = new LinkedBlockingQueue<>();
            List<CompletableFuture<Void>> asked = new ArrayList<>();
            while (asked.size() < 12) {
                asked.add(ask(probes.port(), "/readyz").thenAccept(a -> answers.add(a.statusCode() + " " + a.body())));
            }

            HttpResponse<String> alive = ask(probes.port(), "/livez").get(1, TimeUnit.SECONDS);

            assertThat(alive.statusCode()).isEqualTo(200);
            for (int refused = 0; refused < 4; refused++) {
                assertThat(answers.poll(5, TimeUnit.SECONDS))
                        .isEqualTo("503 not ready: other requests are asking the database already\n");
            }
            assertThat(answers).isEmpty();
            assertThat(List.of(first, second)).noneMatch(Socket::isClosed);
            goOn.countDown();
            CompletableFuture.allOf(asked.toArray(CompletableFuture<?>[]::new)).get(5, TimeUnit.SECONDS);
            assertThat(answers).hasSize(8).containsOnly("200 ready: UP\n");
        }
    }

    /** A header that does not end, and a body that does not come: more of them than there are threads. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /livez HTTP/1.1\r\nHost: ",
                "POST /livez HTTP/1.1\r\nHost: probes\r\nContent-Length: 1000000000\r\n\r\nhalf"
            })
    void isAliveBesideAnyNumberOfHalfRequests(String half) throws Exception {
        List<Socket> slow = new ArrayList<>();
        try (ProbeServer probes = ProbeServer.open(0, new StartupProgress())) {
            for (int i = 0; i < 40; i++) {
                slow.add(begun(probes.port(), half));
                if (i % 10 == 9) {
                    assertThat(ask(probes.port(), "/livez")
                                    .get(1, TimeUnit.SECONDS)
                                    .statusCode())
                            .isEqualTo(200);
                }
            }
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.getName().equals("switchback-probes"))
                    .hasSizeLessThanOrEqualTo(16);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void saysThatAPortIsTaken() throws Exception {
        Application application = Application.in(dir, "flyway");
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> MigrateOnStartup.run(application
                            .upgrading()
                            .set(ConfigKey.STARTUP_PROBE_PORT, Integer.toString(taken.getLocalPort()))))
                    .withMessageStartingWith("startup.probe-port: nobody can listen on port");
        }
        assertThat(application.database()).doesNotExist();
    }

    private static Socket halfARequest(int port) throws IOException {
        return begun(port, "GET /livez HTTP/1.1\r\nHost: ");
    }

    private static Socket begun(int port, String request) throws IOException {
        Socket slow = new Socket(InetAddress.getLoopbackAddress(), port);
        slow.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return slow;
    }

    private static CompletableFuture<HttpResponse<String>> ask(int port, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
