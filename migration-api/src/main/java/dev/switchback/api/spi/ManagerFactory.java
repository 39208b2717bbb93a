package dev.switchback.api.spi;

import dev.switchback.api.MigrationManager;
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
     * Lists the engines on the class path without loading them.
     *
     * @param classLoader where to look
     * @return the engines, by id
     */
    List<EngineInfo> engines(ClassLoader classLoader);
}
