package dev.switchback.flyway;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.jdbc.JdbcStatementSender;
import dev.switchback.core.port.Engine;
import dev.switchback.core.port.EngineContext;
import dev.switchback.core.port.EngineProvider;
import dev.switchback.core.port.SchemaVersionStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.function.Function;

/** Uses every method of the store that must not load Flyway; run by {@link LoadsNoFlywayTest} where there is none. */
public final class StoreProbe implements Function<List<String>, String> {

    /** For reflection. */
    public StoreProbe() {}

    /** Gets a URL and a folder; returns the versions before and after. */
    @Override
    public String apply(List<String> urlAndFolder) {
        EngineProvider provider = ServiceLoader.load(EngineProvider.class, StoreProbe.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.info().id().equals("flyway"))
                .findFirst()
                .orElseThrow();
        EngineContext context = new EngineContext(
                DatabaseKind.H2,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Clock.systemUTC(),
                new JdbcStatementSender());
        try (Engine engine = provider.open(context);
                Connection connection = connect(urlAndFolder.get(0))) {
            MigrationScript script =
                    new TestFolder(Path.of(urlAndFolder.get(1))).scripts().get(0);
            SchemaVersionStore store = engine.store();
            connection.setAutoCommit(false);
            StringBuilder told = new StringBuilder(String.valueOf(store.exists(connection)));
            List<AppliedMigration> history = store.read(connection);
            told.append(' ').append(history.size());
            told.append(' ').append(store.compare(script, history.get(0)));
            store.updateChecksum(connection, script, history.get(0));
            store.forget(connection, history);
            told.append(' ').append(store.read(connection).size());
            store.stamp(connection, List.of(script));
            told.append(' ').append(store.read(connection).size());
            engine.runner();
            return told.toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without DriverManager, which knows only the drivers of another class loader. */
    private static Connection connect(String url) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "sa");
        return new org.h2.Driver().connect(url, properties);
    }
}
