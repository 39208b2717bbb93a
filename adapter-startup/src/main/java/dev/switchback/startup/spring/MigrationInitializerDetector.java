package dev.switchback.startup.spring;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/** Tells Spring who makes the schema: JPA, JdbcTemplate, jOOQ and {@code @DependsOnDatabaseInitialization} wait for it. */
final class MigrationInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
        return Set.of(MigrationInitializer.class);
    }
}
