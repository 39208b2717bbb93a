package dev.switchback.startup.spring;

import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.StartupMode;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.startup.MigrateOnStartup;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;

/**
 * Spring Boot's own Flyway and Liquibase, where somebody has kept them: they would migrate the same database. Where
 * Switchback only reports, they may; where it does more, the application does not start.
 */
final class BootEngines implements BeanFactoryPostProcessor {

    private static final Map<String, String> INITIALIZERS = new TreeMap<>(Map.of(
            "org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer", "flyway",
            "org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer", "flyway",
            "liquibase.integration.spring.SpringLiquibase", "liquibase"));

    private final ConfigurableEnvironment environment;

    BootEngines(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        try {
            if (mode() != StartupMode.OFF) {
                requireNone(beans);
            }
        } catch (ConfigurationException e) {
            throw MigrateOnStartup.refused(e);
        }
    }

    private void requireNone(ConfigurableListableBeanFactory beans) {
        ClassLoader loader = beans.getBeanClassLoader();
        INITIALIZERS.forEach((type, engine) -> {
            if (ClassUtils.isPresent(type, loader)) {
                String[] names = beans.getBeanNamesForType(ClassUtils.resolveClassName(type, loader), true, false);
                if (names.length > 0 && !hasADatabaseOfItsOwn(engine)) {
                    throw new ConfigurationException(
                            "spring." + engine + ".enabled",
                            "the bean " + names[0] + " would migrate the same database beside Switchback",
                            "remove spring." + engine + ".enabled=true, or the bean; or have Switchback keep away:"
                                    + " switchback.enabled=false");
                }
            }
        });
    }

    private StartupMode mode() {
        return new SpringProperties(environment).configure().settings().get(ConfigKey.STARTUP_MODE);
    }

    private boolean hasADatabaseOfItsOwn(String engine) {
        return environment.getProperty("spring." + engine + ".url") != null;
    }
}
