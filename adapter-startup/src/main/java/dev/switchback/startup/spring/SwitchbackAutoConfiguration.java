package dev.switchback.startup.spring;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.health.MigrationHealth;
import dev.switchback.startup.MigrateOnStartup;
import dev.switchback.startup.StartupResult;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ResourceLoader;

/** Migrates the application's database when the context starts, before anything that Spring knows uses it. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
@ConditionalOnProperty(prefix = SpringProperties.PREFIX, name = "enabled", matchIfMissing = true)
@Conditional(HasADatabase.class)
final class SwitchbackAutoConfiguration {

    /** What migrations are run with; an application that defines its own builder decides everything itself. */
    @Bean
    @ConditionalOnMissingBean
    Switchback.Builder switchbackConfiguration(
            ConfigurableEnvironment environment,
            ObjectProvider<DataSource> primary,
            ListableBeanFactory beans,
            ResourceLoader resources) {
        try {
            return configuration(new SpringProperties(environment), primary, beans, resources);
        } catch (ConfigurationException e) {
            throw MigrateOnStartup.refused(e);
        }
    }

    private static Switchback.Builder configuration(
            SpringProperties properties,
            ObjectProvider<DataSource> primary,
            ListableBeanFactory beans,
            ResourceLoader resources) {
        Switchback.Builder builder = properties.configure();
        ClassLoader classes = resources.getClassLoader();
        if (classes != null) {
            builder.classLoader(classes);
        }
        if (!properties.namesADatabase()) {
            builder.dataSource(chosen(properties.dataSourceBean(), primary, beans));
        } else if (properties.dataSourceBean().isPresent()) {
            throw new ConfigurationException(
                    "switchback.data-source", "there is a switchback.url or direct-url too", "keep one of the two");
        }
        return builder;
    }

    /** By its name also one that is no default candidate: so Spring Boot has a second DataSource written. */
    private static DataSource chosen(
            Optional<String> bean, ObjectProvider<DataSource> primary, ListableBeanFactory beans) {
        if (bean.isPresent()) {
            if (!beans.containsBean(bean.get()) || !beans.isTypeMatch(bean.get(), DataSource.class)) {
                throw new ConfigurationException(
                        "switchback.data-source",
                        "there is no DataSource of that name",
                        "write one of " + names(beans));
            }
            return beans.getBean(bean.get(), DataSource.class);
        }
        try {
            return primary.getObject();
        } catch (NoUniqueBeanDefinitionException e) {
            throw new ConfigurationException(
                    "switchback.data-source",
                    "there are several DataSources and none is primary",
                    "name the one to migrate: " + names(beans));
        }
    }

    private static String names(ListableBeanFactory beans) {
        return String.join(", ", BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, DataSource.class));
    }

    @Bean
    @ConditionalOnMissingBean
    @Lazy(false)
    MigrationInitializer switchbackInitializer(Switchback.Builder configuration) {
        return new MigrationInitializer(configuration);
    }

    @Bean
    @ConditionalOnMissingBean
    StartupResult switchbackStartupResult(MigrationInitializer initializer) {
        return initializer.result();
    }

    /**
     * For what comes after the start: status pages, health, maintenance jobs. Made when it is first used, because it asks
     * the DataSource what it is, and an application may start without its database.
     */
    @Lazy
    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    MigrationManager switchbackMigrations(Switchback.Builder configuration, MigrationInitializer initializer) {
        // where migrations have a URL of their own, a check now and then needs no pool
        return configuration.copy().set(ConfigKey.POOL, "false").open();
    }

    @Bean
    @ConditionalOnMissingBean
    MigrationHealth switchbackHealth(@Lazy MigrationManager migrations, Switchback.Builder configuration) {
        return MigrationHealth.of(migrations, configuration.settings());
    }

    /** Looks before any bean is made: each of the two would be the first to migrate. */
    @Bean
    static BootEngines switchbackBootEngines(ConfigurableEnvironment environment) {
        return new BootEngines(environment);
    }

    /** Hibernate leaves a schema alone that somebody manages. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(SchemaManagementProvider.class)
    static final class ManagedSchema {

        @Bean
        SchemaManagementProvider switchbackSchemaManagement() {
            return dataSource -> SchemaManagement.MANAGED;
        }
    }
}
