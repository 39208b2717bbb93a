package dev.switchback.docs.secrets;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that goes wrong while a secret is around.
 *
 * @param name what goes wrong
 * @param exitCode how {@code upgrade} ends
 * @param variables the environment, with the canary in it
 * @param migration the SQL of the migration
 */
record LeakCase(String name, int exitCode, Map<String, String> variables, String migration) {

    /** In a URL, stands for the engine. */
    static final String ENGINE = "<engine>";

    static final int OK = 0;
    static final int UNAVAILABLE = 9;
    static final int CONFIG = 11;
    static final int FAILED_CLEAN = 6;

    private static final String SOUND = "CREATE TABLE leak (id INTEGER);\n";

    static LeakCase url(String name, int exitCode, String url) {
        return new LeakCase(name, exitCode, Map.of("DATABASE_URL", url), SOUND);
    }

    LeakCase with(String variable, String value) {
        Map<String, String> more = new LinkedHashMap<>(variables);
        more.put(variable, value);
        return new LeakCase(name, exitCode, more, migration);
    }

    /** With a migration of its own. */
    LeakCase running(String sql) {
        return new LeakCase(name, exitCode, variables, sql);
    }

    /** The environment with an engine in it. */
    Map<String, String> variables(String engine) {
        Map<String, String> all = new LinkedHashMap<>();
        variables.forEach((name, value) -> all.put(name, value.replace(ENGINE, engine)));
        all.put("SWITCHBACK_ENGINE", engine);
        return all;
    }

    /** Whether the driver takes seconds to say no: H2 tries a server again, and delays who guesses passwords. */
    boolean isSlow() {
        return name.startsWith("H2") && exitCode == UNAVAILABLE;
    }

    @Override
    public String toString() {
        return name;
    }
}
