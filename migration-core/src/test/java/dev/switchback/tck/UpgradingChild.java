package dev.switchback.tck;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.SchemaSource;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.core.port.EngineProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A process of its own that upgrades, or compares with a model, tells what it is at, and can be killed. */
public final class UpgradingChild implements AutoCloseable {

    private static final String URL = "UPGRADING_CHILD_URL";
    private static final long PATIENCE_MILLIS = 60_000;

    private final Process process;
    private final Path output;

    private UpgradingChild(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts it.
     *
     * @param provider the engine
     * @param folder a folder with the folder {@code migrations}
     * @param url the database
     * @return the process
     * @throws IOException if it cannot be started
     */
    static UpgradingChild start(EngineProvider provider, Path folder, String url) throws IOException {
        return start(provider, folder, url, "");
    }

    /** The same, as one transaction. */
    static UpgradingChild startWhole(EngineProvider provider, Path folder, String url) throws IOException {
        return start(provider, folder, url, "", "all");
    }

    /** The same, with a file of DDL to compare with. */
    static UpgradingChild start(EngineProvider provider, Path folder, String url, String model) throws IOException {
        return start(provider, folder, url, model, "auto");
    }

    private static UpgradingChild start(
            EngineProvider provider, Path folder, String url, String model, String transaction) throws IOException {
        Path output = Files.createTempFile(folder, "child", ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        UpgradingChild.class.getName(),
                        provider.getClass().getName(),
                        folder.toString(),
                        model,
                        transaction)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        // not among the arguments, which every user of the machine can read
        builder.environment().put(URL, url);
        return new UpgradingChild(builder.start(), output);
    }

    /** Waits until it has sent a statement, or is about to. */
    void await(String statement) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (!Files.readString(output).contains("started " + statement + "\n")) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("not at statement " + statement + " yet: " + Files.readString(output));
            }
            Thread.sleep(50);
        }
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /**
     * The child.
     *
     * @param arguments the class of the engine's provider, the folder, the model if it is to compare, and the setting
     *     transaction
     * @throws ReflectiveOperationException if there is no such engine
     */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Class<? extends EngineProvider> provider = Class.forName(arguments[0]).asSubclass(EngineProvider.class);
        try (MigrationManager manager = Switchback.configure()
                .databaseUrl(Objects.requireNonNull(System.getenv(URL), URL))
                .baseDir(Path.of(arguments[1]))
                .dirs("migrations")
                .engine(provider.getDeclaredConstructor().newInstance().info().id())
                .classLoader(EngineLoader.of(List.of(provider)))
                .set(ConfigKey.POOL, "false")
                .set(ConfigKey.TRANSACTION, arguments[3])
                .listener(UpgradingChild::tell)
                .open()) {
            if (arguments[2].isEmpty()) {
                manager.upgrade();
            } else {
                manager.diff(new SchemaSource.Live(), SchemaSource.parse(arguments[2]));
            }
        }
    }

    private static void tell(MigrationEvent event) {
        if (event instanceof MigrationEvent.StatementStarted started) {
            byte[] line = ("started " + started.index() + "\n").getBytes(StandardCharsets.US_ASCII);
            try {
                System.out.write(line);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            System.out.flush();
        }
    }
}
