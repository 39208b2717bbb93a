package dev.switchback.startup.examples;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service that runs as a process.
 *
 * @param process the process
 * @param output what it prints
 */
public record Service(Process process, Path output) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern PORT = Pattern.compile("(?:serves|started) on port (\\d+)");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Everything it has printed so far. */
    public String log() throws IOException {
        return Files.readString(output);
    }

    /** Waits until it serves. */
    public int port() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            Matcher port = PORT.matcher(log());
            if (port.find()) {
                return Integer.parseInt(port.group(1));
            }
            Thread.sleep(20);
        }
        throw new AssertionError("does not serve: " + log());
    }

    /** Waits until it has ended by itself. */
    public int exitCode() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("has not ended: " + log());
        }
        return process.exitValue();
    }

    /** Asks it for a page. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(port(), path);
    }

    static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Waits until a page on a port of it says something. */
    void await(int port, String path, String text) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String last = "";
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                last = get(port, path).body();
                if (last.contains(text)) {
                    return;
                }
            } catch (ConnectException e) {
                // not listening yet
            }
            Thread.sleep(20);
        }
        throw new AssertionError("says " + last + ", not " + text + ": " + log());
    }

    /** Waits until it has printed something. */
    void awaitLog(String text) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!log().contains(text)) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new AssertionError("does not say " + text + ": " + log());
            }
            Thread.sleep(20);
        }
    }

    /** As Kubernetes does, before it kills. */
    void terminate() {
        process.destroy();
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
