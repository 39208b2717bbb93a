package dev.switchback.startup.spring;

import dev.switchback.api.health.MigrationHealth;
import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/** The health indicator of Spring Boot 3.5, unless {@code management.health.migrations.enabled} or {@code switchback.health.enabled} is false. */
@AutoConfiguration(after = SwitchbackAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(MigrationHealth.class)
@ConditionalOnEnabledHealthIndicator("migrations")
@Conditional(HealthIsWanted.class)
final class Boot3HealthAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(name = "migrationsHealthIndicator")
    HealthIndicator migrationsHealthIndicator(MigrationHealth health) {
        return new Boot3Health(health);
    }
}
