package dev.switchback.startup.spring;

import dev.switchback.api.config.DatabaseUrl;
import java.util.Map;

/** What leads an application on Spring Boot to its database. */
public final class SpringVariables {

    private SpringVariables() {}

    /**
     * The variables.
     *
     * @param url as a user of Switchback writes it
     * @param user who connects
     * @param password the password
     * @return names and values
     */
    public static Map<String, String> of(String url, String user, String password) {
        return Map.of(
                "SPRING_DATASOURCE_URL",
                DatabaseUrl.parse(url).jdbcUrl(),
                "SPRING_DATASOURCE_USERNAME",
                user,
                "SPRING_DATASOURCE_PASSWORD",
                password,
                "SERVER_PORT",
                "0");
    }
}
