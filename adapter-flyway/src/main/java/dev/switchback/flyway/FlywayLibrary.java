package dev.switchback.flyway;

import dev.switchback.core.port.EngineContext;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resolver.MigrationResolver;

/** The two things that Flyway itself does for us, both on the connection of the run. */
final class FlywayLibrary {

    private final EngineContext context;

    FlywayLibrary(EngineContext context) {
        this.context = context;
    }

    /** Lets Flyway create its table (and the schema, if one is configured that does not exist). */
    void createHistoryTable(Connection connection) throws SQLException {
        try (FlywaySilence silence = FlywaySilence.begin()) {
            // with this option, a schema that is not empty is no error; whether it is one, the core has decided
            FluentConfiguration configuration = configuration(connection).skipExecutingMigrations(true);
            load(configuration, silence).migrate();
        } catch (RuntimeException e) {
            throw FlywayErrors.toSqlException(e);
        }
    }

    /** Gets Flyway's parser and executor for this kind of database. */
    MigrationResolver.Context capture(Connection connection, FlywaySilence silence) throws SQLException {
        Flyway flyway = load(configuration(connection).resolvers(new ContextCapture()), silence);
        try {
            flyway.info();
        } catch (ContextCapture.Captured e) {
            return e.context();
        } catch (RuntimeException e) {
            throw FlywayErrors.toSqlException(e);
        }
        throw new LinkageError("This is not the release of Flyway that Switchback was built for");
    }

    private FluentConfiguration configuration(Connection connection) {
        NoResources nothing = new NoResources();
        FluentConfiguration configuration = Flyway.configure(Flyway.class.getClassLoader())
                .dataSource(new SingleConnectionDataSource(connection))
                .loggers()
                .resourceProvider(nothing)
                .javaMigrationClassProvider(nothing)
                .skipDefaultResolvers(true)
                .skipDefaultCallbacks(true)
                // the connection's own schema is there; SQLite, if it fails to say so, would get a row for it
                .createSchemas(context.schema().isPresent())
                .validateOnMigrate(false)
                .placeholderReplacement(false)
                .table(HistoryTable.nameIn(context));
        context.schema().ifPresent(configuration::defaultSchema);
        return configuration;
    }

    private static Flyway load(FluentConfiguration configuration, FlywaySilence silence) {
        Flyway flyway = configuration.load();
        silence.renew();
        // callbacks that lie in db/callback belong to the application's own Flyway
        ((ClassicConfiguration) flyway.getConfiguration()).setCallbacks(new Callback[0]);
        return flyway;
    }
}
