package dev.switchback.startup.spring;

import dev.switchback.api.health.MigrationHealth;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Meters, where the application has Micrometer. Spring binds them to every registry. */
@AutoConfiguration(after = SwitchbackAutoConfiguration.class)
@ConditionalOnClass(MeterBinder.class)
@ConditionalOnBean({MigrationInitializer.class, MigrationHealth.class})
final class MigrationMetersAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    MigrationMeters switchbackMeters(MigrationInitializer start, MigrationHealth health) {
        return new MigrationMeters(start, health);
    }
}
