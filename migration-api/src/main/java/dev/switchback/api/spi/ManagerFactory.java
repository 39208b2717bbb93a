package dev.switchback.api.spi;

import dev.switchback.api.ApplicationPool;
import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.Settings;
import dev.switchback.api.model.DriverInfo;
import dev.switchback.api.model.EngineInfo;
import java.util.List;

/** Implemented by {@code migration-core}; found with {@link java.util.ServiceLoader}. */
public interface ManagerFactory {

    /**
     * Opens a manager. Connects to nothing yet.
     *
     * @param request what to open it with
     * @return the manager, to be closed by the caller
     */
    MigrationManager open(OpenRequest request);

    /**
     * Opens a pool of connections for the application itself. Connects to nothing yet.
     *
     * @param settings where the database is
     * @return the pool, to be closed by the caller
     */
    ApplicationPool openPool(Settings settings);

    /**
     * Lists the engines on the class path without loading them.
     *
     * @param classLoader where to look
     * @return the engines, by id
     */
    List<EngineInfo> engines(ClassLoader classLoader);

    /**
     * Lists the JDBC drivers on the class path. Loads them.
     *
     * @param classLoader where to look
     * @return the drivers, by name
     */
    List<DriverInfo> drivers(ClassLoader classLoader);
}
