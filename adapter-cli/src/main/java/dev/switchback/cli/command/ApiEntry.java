package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.config.SettingsLoader;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.api.model.DriverInfo;
import dev.switchback.api.model.EngineInfo;
import java.util.List;

/** The way into the API, so that tests can put something else in its place. */
public interface ApiEntry {

    /**
     * Opens a manager.
     *
     * @param settings where settings come from
     * @param listener hears what happens
     * @return the manager, to be closed by the caller
     */
    MigrationManager open(SettingsLoader settings, MigrationListener listener);

    /** The engines on the class path. */
    List<EngineInfo> engines();

    /** The JDBC drivers on the class path. */
    List<DriverInfo> drivers();

    /** What is on the class path. */
    static ApiEntry installed() {
        return new ApiEntry() {
            @Override
            public MigrationManager open(SettingsLoader settings, MigrationListener listener) {
                return Switchback.from(settings).listener(listener).open();
            }

            @Override
            public List<EngineInfo> engines() {
                return Switchback.engines();
            }

            @Override
            public List<DriverInfo> drivers() {
                return Switchback.drivers();
            }
        };
    }
}
