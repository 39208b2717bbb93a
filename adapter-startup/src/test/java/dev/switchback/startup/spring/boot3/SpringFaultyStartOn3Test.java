package dev.switchback.startup.spring.boot3;

import dev.switchback.startup.examples.FaultyStartContract;
import dev.switchback.startup.spring.SpringVariables;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** The service on Spring Boot on a bad night. */
@Tag("faults")
final class SpringFaultyStartOn3Test extends FaultyStartContract {

    SpringFaultyStartOn3Test() {
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
}
