package dev.switchback.startup.spring;

import dev.switchback.api.MigrationManager;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** The endpoint, where it is exposed. */
@AutoConfiguration(after = SwitchbackAutoConfiguration.class)
@ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
@ConditionalOnBean(MigrationManager.class)
@ConditionalOnAvailableEndpoint(endpoint = MigrationsEndpoint.class)
final class MigrationsEndpointAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    MigrationsEndpoint switchbackMigrationsEndpoint(@Lazy MigrationManager migrations) {
        return new MigrationsEndpoint(migrations);
    }
}
