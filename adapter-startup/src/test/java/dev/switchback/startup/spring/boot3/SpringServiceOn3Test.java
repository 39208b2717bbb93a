package dev.switchback.startup.spring.boot3;

import dev.switchback.startup.examples.EveryFaultContract;
import dev.switchback.startup.spring.SpringVariables;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The service on Spring Boot, and what happens to it on a bad night. */
final class SpringServiceOn3Test extends EveryFaultContract {

    SpringServiceOn3Test() {
        super("spring-service", "shop.ShopApplication");
    }

    @Override
    protected Map<String, String> connected(String url, String user, String password) {
        return SpringVariables.of(url, user, password);
    }

    @Override
    protected String readiness() {
        return "/actuator/health/readiness";
    }

    @Tag("faults")
    @Test
    void beginsNothingMoreWhenItIsToldToEnd() throws Exception {
        toldToEnd("liquibase");
    }
}
