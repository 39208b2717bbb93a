package dev.switchback.startup;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.health.HealthReport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers the probes of an orchestrator while the application cannot yet: {@code /livez} is 200 as long as the process
 * works, and says what it does; {@code /readyz} is 503 until the database is at head. Tells names of scripts, and no SQL.
 */
final class ProbeServer implements AutoCloseable {

    /** Half of the threads: the others are there for liveness, whatever the database does. */
    private static final int READINESS_CHECKS = ProbeThreads.MOST / 2;

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    private final HttpServer server;
    private final ProbeThreads threads;
    private final StartupProgress progress;
    private final Semaphore checks = new Semaphore(READINESS_CHECKS);
    private final AtomicReference<@Nullable Supplier<HealthReport>> health = new AtomicReference<>();

    private ProbeServer(HttpServer server, ProbeThreads threads, StartupProgress progress) {
        this.server = server;
        this.threads = threads;
        this.progress = progress;
    }

    static ProbeServer open(int port, StartupProgress progress) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
            ProbeThreads threads = new ProbeThreads();
            ProbeServer probes = new ProbeServer(server, threads, progress);
            server.setExecutor(threads);
            server.createContext("/", probes::answer);
            server.start();
            return probes;
        } catch (IOException e) {
            throw new ConfigurationException(
                    "startup.probe-port",
                    "nobody can listen on port " + port + " (" + e.getMessage() + ")",
                    "choose a port that is free; the application may open it after the start, not before");
        }
    }

    /** From now on the database decides whether the process is ready. */
    void startedWith(Supplier<HealthReport> check) {
        health.set(check);
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/livez" -> send(exchange, OK, "alive: " + progress.describeOpenly());
                case "/readyz" -> ready(exchange);
                default -> send(exchange, NOT_FOUND, "there are /livez and /readyz");
            }
        }
    }

    private void ready(HttpExchange exchange) throws IOException {
        Supplier<HealthReport> check = health.get();
        if (check == null) {
            send(exchange, UNAVAILABLE, "not ready: " + progress.describeOpenly());
            return;
        }
        if (!checks.tryAcquire()) {
            send(exchange, UNAVAILABLE, "not ready: other requests are asking the database already");
            return;
        }
        HealthReport report;
        try {
            report = threads.aside(check);
        } finally {
            checks.release();
        }
        tell(exchange, report);
    }

    private static void tell(HttpExchange exchange, HealthReport report) throws IOException {
        StringBuilder text = new StringBuilder(report.up() ? "ready: " : "not ready: ").append(report.status());
        report.details()
                .forEach((name, value) ->
                        text.append('\n').append(name).append(": ").append(Start.oneLine(value)));
        send(exchange, report.up() ? OK : UNAVAILABLE, text.toString());
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = (text + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
