package dev.switchback.startup.spring;

import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.tck.FreshDatabase;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A container of Testcontainers for which nothing has to be started, because its server is running: that of the tests.
 * What Spring Boot does with it is what it does with any.
 */
final class ContainerThatRuns extends PostgreSQLContainer {

    private final FreshDatabase database;

    private ContainerThatRuns(FreshDatabase database) {
        super("postgres:18");
        this.database = database;
    }

    /** What is inside the container. */
    record Place(FreshDatabase database) {}

    /** As a test of an application has it. */
    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    static class Configuration {
        @Bean
        @ServiceConnection
        ContainerThatRuns postgresql(Place place) {
            return new ContainerThatRuns(place.database());
        }
    }

    @Override
    public void start() {
        // it has
    }

    @Override
    public void stop() {
        // whoever started it stops it
    }

    @Override
    public String getJdbcUrl() {
        return DatabaseUrl.parse(database.url()).jdbcUrl();
    }

    @Override
    public String getUsername() {
        return database.user();
    }

    @Override
    public String getPassword() {
        return database.password();
    }
}
