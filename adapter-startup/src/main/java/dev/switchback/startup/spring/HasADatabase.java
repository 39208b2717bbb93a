package dev.switchback.startup.spring;

import dev.switchback.api.error.ConfigurationException;
import dev.switchback.startup.MigrateOnStartup;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Whether there is anything to migrate: the application's {@code DataSource}, or in one without, as with R2DBC, a database
 * that the settings name.
 */
final class HasADatabase extends AnyNestedCondition {

    HasADatabase() {
        super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnBean(DataSource.class)
    static final class OfTheApplication {}

    @Conditional(IsNamed.class)
    static final class OfTheMigrations {}

    /** The settings that name one. */
    static final class IsNamed implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            try {
                return context.getEnvironment() instanceof ConfigurableEnvironment environment
                        && new SpringProperties(environment).namesADatabase();
            } catch (ConfigurationException e) {
                throw MigrateOnStartup.refused(e);
            }
        }
    }
}
