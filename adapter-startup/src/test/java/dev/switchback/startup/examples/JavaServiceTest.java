package dev.switchback.startup.examples;

import java.util.Map;

/** The service without a framework. */
final class JavaServiceTest extends FaultyStartContract {

    JavaServiceTest() {
        super("java-service", "shop.ShopService");
    }

    @Override
    protected Map<String, String> connected(String url, String user, String password) {
        return Map.of("DATABASE_URL", url, "PORT", "0", "SWITCHBACK_STARTUP_CREATE_DATABASE", "true");
    }

    @Override
    protected String readiness() {
        return "/health";
    }
}
