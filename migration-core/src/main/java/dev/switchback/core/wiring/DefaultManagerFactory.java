package dev.switchback.core.wiring;

import dev.switchback.api.ApplicationPool;
import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.Settings;
import dev.switchback.api.model.DriverInfo;
import dev.switchback.api.model.EngineInfo;
import dev.switchback.api.spi.ManagerFactory;
import dev.switchback.api.spi.OpenRequest;
import dev.switchback.core.jdbc.HikariApplicationPool;
import dev.switchback.core.jdbc.InstalledDrivers;
import java.util.List;

/** Opens managers; found by {@code Switchback} with ServiceLoader. Holds no state. */
public final class DefaultManagerFactory implements ManagerFactory {

    @Override
    public MigrationManager open(OpenRequest request) {
        return DaggerCoreComponent.factory().create(request).manager();
    }

    @Override
    public ApplicationPool openPool(Settings settings) {
        return HikariApplicationPool.open(settings);
    }

    @Override
    public List<EngineInfo> engines(ClassLoader classLoader) {
        return EngineCatalog.discover(classLoader).infos();
    }

    @Override
    public List<DriverInfo> drivers(ClassLoader classLoader) {
        return InstalledDrivers.find(classLoader);
    }
}
