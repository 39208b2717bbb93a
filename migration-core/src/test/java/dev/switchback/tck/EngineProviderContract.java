package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.model.EngineCapability;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.jdbc.JdbcStatementSender;
import dev.switchback.core.port.Engine;
import dev.switchback.core.port.EngineContext;
import dev.switchback.core.port.EngineProvider;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every engine does before and after it is used. */
public abstract class EngineProviderContract extends EngineContract {

    private final List<MigrationScript> linear = build(Scenario.linear().before());

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on
     */
    protected EngineProviderContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    /** Where the engine is registered; the class path, unless overridden. */
    protected ClassLoader engines() {
        return getClass().getClassLoader();
    }

    private EngineContext named(String table) {
        return new EngineContext(
                product().kind(),
                Optional.empty(),
                Optional.of(table),
                Map.of(),
                Clock.systemUTC(),
                new JdbcStatementSender());
    }

    @Test
    void isFoundByServiceLoader() {
        assertThat(ServiceLoader.load(EngineProvider.class, engines()))
                .extracting(found -> found.info().id())
                .containsOnlyOnce(provider().info().id());
    }

    @Test
    void namesItselfAlwaysTheSameWay() {
        assertThat(provider().info().id()).matches("[a-z][a-z0-9-]*");
        assertThat(provider().info().name()).isNotBlank();
        assertThat(provider().info().version()).isNotBlank();
        assertThat(provider().info().historyTable()).isNotBlank();
        assertThat(ServiceLoader.load(EngineProvider.class, engines()))
                .extracting(EngineProvider::info)
                .contains(provider().info());
    }

    @Test
    void hasWhatItSaysThatItHas() {
        Set<EngineCapability> found = EnumSet.noneOf(EngineCapability.class);
        try (Engine engine = open()) {
            engine.lock().ifPresent(lock -> found.add(EngineCapability.LOCK));
            engine.console().ifPresent(console -> found.add(EngineCapability.COMMANDS));
        }
        provider().exporter(named("any")).ifPresent(exporter -> found.add(EngineCapability.EXPORT));
        assertThat(provider().info().capabilities())
                // whether it keeps tags is what its tag contract asks
                .filteredOn(capability -> capability != EngineCapability.TAGS)
                .containsExactlyInAnyOrderElementsOf(found);
    }

    @Test
    void closingIsIdempotent() throws SQLException {
        Engine engine = open();
        apply(engine, linear);
        engine.close();
        engine.close();
        try (Engine again = open()) {
            assertThat(history(again)).hasSize(3);
        }
    }

    @Test
    void keepsItsHistoryInTheTableThatItNames() throws SQLException {
        try (Engine engine = open()) {
            create(engine);
        }
        assertThat(database().tables())
                .anyMatch(table -> table.equalsIgnoreCase(provider().info().historyTable()));
    }

    @Test
    void honoursTheNameOfTheHistoryTable() throws SQLException {
        try (Engine engine = provider().open(named("my_history"));
                Engine standard = open()) {
            apply(engine, linear.subList(0, 1));
            assertThat(lines(engine)).containsExactly("1 V1 'create t1' V1__create_t1.sql APPLIED");
            assertThat(history(standard)).isEmpty();
        }
        assertThat(database().tables())
                .contains("my_history")
                .noneMatch(table -> table.equalsIgnoreCase(provider().info().historyTable()));
    }

    @Test
    void twoOpenEnginesDoNotSeeEachOther() throws SQLException {
        try (FreshDatabase other = product().fresh(folder());
                Engine first = provider().open(named("history_one"));
                Engine second = provider().open(named("history_two"))) {
            apply(first, linear.subList(0, 2));
            try (Connection connection = other.connection()) {
                second.store().create(connection);
                try (var session = second.runner().begin(connection)) {
                    session.execute(up(linear.get(0)), deaf());
                }
                assertThat(HistoryLines.of(second.store().read(connection)))
                        .containsExactly("1 V1 'create t1' V1__create_t1.sql APPLIED");
                assertThat(first.store().exists(connection)).isFalse();
            }
            apply(first, linear.subList(2, 3));
            assertThat(history(first)).hasSize(3);
            assertThat(history(second)).isEmpty();
        }
    }
}
