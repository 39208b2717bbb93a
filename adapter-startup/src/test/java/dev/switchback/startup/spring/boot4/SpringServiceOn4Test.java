package dev.switchback.startup.spring.boot4;

import dev.switchback.startup.examples.FaultyStartContract;
import dev.switchback.startup.spring.SpringVariables;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The service on Spring Boot, and what happens to it on a bad night. */
final class SpringServiceOn4Test extends FaultyStartContract {

    SpringServiceOn4Test() {
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

    @Test
    void beginsNothingMoreWhenItIsToldToEnd() throws Exception {
        toldToEnd("flyway");
    }
}
