package dev.switchback.core.port;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.model.EngineInfo;
import java.util.List;
import java.util.Optional;

/**
 * How an engine is found: with {@link java.util.ServiceLoader}. Being found only lists an engine; it acts when the
 * configuration chooses it.
 *
 * <p>To add an engine:
 *
 * <ol>
 *   <li>Make a module that depends on {@code migration-core} and on the engine's library, and on nothing else of
 *       Switchback.
 *   <li>Implement this interface in the module's only public class, with a public constructor that does no work and
 *       loads no class of the library, and register it in {@code META-INF/services}.
 *   <li>Implement {@link SchemaVersionStore} by plain JDBC on the library's own table: reading loads no class of the
 *       library and creates nothing.
 *   <li>Implement {@link MigrationRunner}: script and history row in one transaction where the database can.
 *   <li>If migrations can be written in a format of the library's own, implement {@link NativeFormat}: reading a file
 *       loads no class of the library, running it means to generate SQL, and what gives none is refused by name.
 *   <li>Never throw a type of the library across a port: translate by type and code, never by message text.
 *   <li>Keep no static state, and contain that of the library: two managers in one JVM must not touch each other.
 *   <li>Extend the contracts of the TCK ({@code migration-core}'s test-jar), one class per database, and prove against
 *       the plain library that it accepts the database after every command, and has nothing to do.
 * </ol>
 */
public interface EngineProvider {

    /** What the setting {@code engine} calls it, for example {@code flyway}. Called for every engine on the class path. */
    String id();

    /**
     * What it is, and what it has that not every engine has. Called for the engine that is chosen, and for all when they
     * are listed; loads no class of the library.
     */
    EngineInfo info();

    /**
     * Opens it for one database. Called once per manager; connects to nothing and loads no class of the library.
     *
     * @param context what to open it with
     * @return the engine, to be closed by the caller
     */
    Engine open(EngineContext context);

    /**
     * What writes the files for leaving Switchback, where the plain engine cannot read the portable files itself. Called
     * for {@code export}; connects to nothing.
     *
     * @param context the kind of database and the placeholders to write for
     * @return the exporter; empty if none is needed
     */
    default Optional<MigrationExporter> exporter(EngineContext context) {
        return Optional.empty();
    }

    /**
     * The format of migrations that only this engine reads. Called once per manager, before any file is read; loads no
     * class of the library.
     *
     * @param database the kind of database to generate SQL for
     * @param allowedChanges the setting {@code liquibase.allowed-changes}
     * @return the format; empty if there is none, and then the setting means nothing
     * @throws dev.switchback.api.error.ConfigurationException if the setting names something that cannot be allowed
     */
    default Optional<NativeFormat> nativeFormat(DatabaseKind database, List<String> allowedChanges) {
        return Optional.empty();
    }
}
