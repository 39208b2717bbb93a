package dev.switchback.startup.spring;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Conditional;

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
    static final class IsNamed extends SettingsCondition {

        IsNamed() {
            super(false);
        }

        @Override
        boolean holds(SpringProperties settings) {
            return settings.namesADatabase();
        }
    }
}
