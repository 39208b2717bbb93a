package dev.switchback.core.wiring;

import dagger.BindsInstance;
import dagger.Component;
import dev.switchback.api.MigrationManager;
import dev.switchback.api.spi.OpenRequest;
import jakarta.inject.Singleton;

/** The graph of one manager: built when it is opened, dropped when it is closed. */
@Singleton
@Component(
        modules = {
            SettingsModule.class,
            DatabaseModule.class,
            EngineModule.class,
            SchemaModule.class,
            ManagerModule.class
        })
interface CoreComponent {

    MigrationManager manager();

    /** Starts a graph. */
    @Component.Factory
    interface Factory {
        CoreComponent create(@BindsInstance OpenRequest request);
    }
}
