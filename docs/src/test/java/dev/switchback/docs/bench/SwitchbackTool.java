package dev.switchback.docs.bench;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.startup.MigrateOnStartup;
import java.nio.file.Path;

/** Switchback, opened and closed for each task as a command does. */
record SwitchbackTool(String engine, Path folder, String url) implements Tool {

    @Override
    public void status() {
        try (MigrationManager manager = open()) {
            manager.status();
        }
    }

    @Override
    public void upgrade() {
        try (MigrationManager manager = open()) {
            manager.upgrade();
        }
    }

    @Override
    public void start() {
        MigrateOnStartup.run(Switchback.configure()
                .databaseUrl(url)
                .engine(engine)
                .dirs(folder.toString())
                .set(ConfigKey.STARTUP_MODE, "upgrade"));
    }

    MigrationManager open() {
        return Switchback.configure()
                .databaseUrl(url)
                .engine(engine)
                .dirs(folder.toString())
                .set(ConfigKey.POOL, "false")
                .open();
    }
}
