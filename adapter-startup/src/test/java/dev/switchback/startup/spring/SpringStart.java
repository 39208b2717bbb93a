package dev.switchback.startup.spring;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** A start of an application on a database of its own in the memory of this process. */
final class SpringStart {

    private final List<String> arguments = new ArrayList<>();
    private final SpringApplicationBuilder builder;

    private SpringStart(Class<?> application) {
        builder = new SpringApplicationBuilder(application)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false);
    }

    /** An application that has connections and nothing that uses them. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.autoconfigure.jooq.JooqAutoConfiguration",
                "org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration",
                "org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration",
                "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration",
                "org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration",
                "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration"
            })
    static class Bare {}

    /** The book shop. */
    static SpringStart on(String engine, String mode) {
        return of(BookShop.class, engine, mode);
    }

    static SpringStart bare(String engine, String mode) {
        return of(Bare.class, engine, mode);
    }

    private static SpringStart of(Class<?> application, String engine, String mode) {
        return new SpringStart(application)
                .with("spring.datasource.url", "jdbc:h2:mem:" + UUID.randomUUID())
                .with("spring.datasource.generate-unique-name", "false")
                .with("spring.jpa.hibernate.ddl-auto", "validate")
                .with("spring.main.register-shutdown-hook", "false")
                .with("switchback.engine", engine)
                .with("switchback.startup.mode", mode);
    }

    SpringStart with(String property, String value) {
        without(property);
        arguments.add("--" + property + "=" + value);
        return this;
    }

    SpringStart without(String property) {
        arguments.removeIf(a -> a.startsWith("--" + property + "="));
        return this;
    }

    /** As a variable of the environment is: weaker than what {@link #with} gives. */
    SpringStart variable(String name, String value) {
        builder.properties(name + "=" + value);
        return this;
    }

    SpringStart beside(Class<?> configuration) {
        builder.sources(configuration);
        return this;
    }

    SpringStart prepared(ApplicationContextInitializer<?> how) {
        builder.initializers(how);
        return this;
    }

    ConfigurableApplicationContext run() {
        return builder.web(WebApplicationType.NONE).run(arguments.toArray(String[]::new));
    }

    ConfigurableApplicationContext serve() {
        return serveOn("0");
    }

    ConfigurableApplicationContext serveOn(String port) {
        return with("server.port", port)
                .with("management.endpoints.web.exposure.include", "*")
                .with("management.endpoint.health.show-details", "always")
                .builder
                .web(WebApplicationType.SERVLET)
                .run(arguments.toArray(String[]::new));
    }
}
