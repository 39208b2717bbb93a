package dev.switchback.startup.spring;

import dev.switchback.api.error.ConfigurationException;
import dev.switchback.startup.MigrateOnStartup;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The setting {@code health.enabled}, in any form that a setting may have: {@code no} and {@code 0} are false too. */
final class HealthIsWanted implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        try {
            return !(context.getEnvironment() instanceof ConfigurableEnvironment environment)
                    || new SpringProperties(environment).wantsHealth();
        } catch (ConfigurationException e) {
            throw MigrateOnStartup.refused(e);
        }
    }
}
