package dev.switchback.startup.spring;

import dev.switchback.api.error.ConfigurationException;
import dev.switchback.startup.MigrateOnStartup;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Asks the settings before there is any bean; a wrong one is a line of the log, as everywhere. */
abstract class SettingsCondition implements Condition {

    private final boolean withoutSettings;

    /** Takes the answer where Spring lets nobody look at its properties. */
    SettingsCondition(boolean withoutSettings) {
        this.withoutSettings = withoutSettings;
    }

    abstract boolean holds(SpringProperties settings);

    @Override
    public final boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        try {
            return context.getEnvironment() instanceof ConfigurableEnvironment environment
                    ? holds(new SpringProperties(environment))
                    : withoutSettings;
        } catch (ConfigurationException e) {
            throw MigrateOnStartup.refused(e);
        }
    }
}
