package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.model.MigrationStatus;
import dev.switchback.api.model.Problem;
import dev.switchback.api.model.RunResult;
import dev.switchback.core.port.EngineProvider;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;

/**
 * What the contracts of the workflow share: an engine, a database and a folder with migrations, used through the API as
 * an application does. All engines must give the same results, so the expectations are spelled out.
 */
public abstract class WorkflowContract extends DatabaseContract {

    private final EngineProvider provider;
    private final List<MigrationEvent> events = new CopyOnWriteArrayList<>();

    /**
     * For the contracts.
     *
     * @param provider the engine, a public class with a public constructor without parameters
     * @param product the database to run on
     */
    protected WorkflowContract(EngineProvider provider, TestDatabase product) {
        super(product);
        this.provider = provider;
    }

    @BeforeEach
    final void createMigrationsFolder() {
        assertThat(files().path()).isDirectory();
    }

    /** The engine's provider. */
    protected final EngineProvider provider() {
        return provider;
    }

    /** The folder with the migrations. */
    protected final MigrationFolder files() {
        return new MigrationFolder(folder().resolve("migrations"));
    }

    /** A builder for the database, the folder and the engine of this test. */
    protected final Switchback.Builder configure() {
        return configureWithoutDatabase().databaseUrl(database().url());
    }

    /** The same without a database. */
    protected final Switchback.Builder configureWithoutDatabase() {
        return Switchback.configure()
                .baseDir(folder())
                .dirs("migrations")
                .engine(provider.info().id())
                .classLoader(EngineLoader.of(List.of(provider.getClass())))
                .set(ConfigKey.LOCK_TIMEOUT, "20s")
                .listener(events::add);
    }

    final MigrationManager open() {
        return configure().open();
    }

    /** Writes an event down, for a test whose listener does more than that. */
    final void record(MigrationEvent event) {
        events.add(event);
    }

    /** What happened so far. */
    final List<MigrationEvent> events() {
        return List.copyOf(events);
    }

    /** Writes the first state of a scenario and applies all of it. */
    final void applied(Scenario scenario) {
        files().write(scenario.before());
        try (MigrationManager manager = open()) {
            assertThat(manager.upgrade().changedAnything()).isTrue();
        }
    }

    static List<String> history(MigrationManager manager) {
        return HistoryLines.of(manager.history());
    }

    /** The states, a line each. */
    static List<String> states(MigrationManager manager) {
        return states(manager.status().migrations());
    }

    static List<String> states(List<MigrationStatus> statuses) {
        return statuses.stream().map(s -> s.script() + " " + s.state()).toList();
    }

    static List<String> problems(List<Problem> problems) {
        return problems.stream().map(p -> p.kind() + " " + p.script()).toList();
    }

    static List<String> labels(RunResult result) {
        return result.executed().stream().map(e -> e.migration().label()).toList();
    }
}
