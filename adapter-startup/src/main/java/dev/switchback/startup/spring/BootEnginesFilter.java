package dev.switchback.startup.spring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Keeps Spring Boot from running plain Flyway or Liquibase only because an engine of ours has brought the library: on the
 * same files, behind the back of {@code startup.mode}. Whoever wants them says so with {@code spring.flyway.enabled=true}.
 */
final class BootEnginesFilter implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final List<String> FLYWAY = List.of(
            "org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration");
    private static final List<String> LIQUIBASE = List.of(
            "org.springframework.boot.autoconfigure.liquibase.LiquibaseAutoConfiguration",
            "org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration");

    private @Nullable Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(@Nullable String[] configurations, AutoConfigurationMetadata metadata) {
        boolean[] stays = new boolean[configurations.length];
        for (int i = 0; i < stays.length; i++) {
            // whatever another filter has taken out already is null
            String name = String.valueOf(configurations[i]);
            boolean flyway = FLYWAY.contains(name) && isNotAskedFor("spring.flyway.enabled");
            boolean liquibase = LIQUIBASE.contains(name) && isNotAskedFor("spring.liquibase.enabled");
            stays[i] = isOff() || !(flyway || liquibase);
        }
        return stays;
    }

    private boolean isOff() {
        return environment == null || !environment.getProperty("switchback.enabled", Boolean.class, true);
    }

    private boolean isNotAskedFor(String property) {
        return environment != null && !environment.getProperty(property, Boolean.class, false);
    }
}
