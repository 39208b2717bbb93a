package dev.switchback.core.wiring;

import dev.switchback.api.error.EngineNotFoundException;
import dev.switchback.api.model.EngineInfo;
import dev.switchback.core.port.EngineProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The engines on the class path, by id. Only a list: none of them acts until the configuration chooses it. */
final class EngineCatalog {

    private static final String AUTO = "auto";

    private final Map<String, EngineProvider> providers;

    private EngineCatalog(Map<String, EngineProvider> providers) {
        this.providers = providers;
    }

    static EngineCatalog discover(ClassLoader classLoader) {
        Map<String, EngineProvider> found = new TreeMap<>();
        for (EngineProvider provider : ServiceLoader.load(EngineProvider.class, classLoader)) {
            String id = provider.id();
            EngineProvider other = found.putIfAbsent(id, provider);
            if (other != null && other.getClass() != provider.getClass()) {
                throw new EngineNotFoundException(
                        id,
                        List.copyOf(found.keySet()),
                        "two engines on the class path are called " + id + ": "
                                + other.getClass().getName() + " and "
                                + provider.getClass().getName(),
                        "remove one of them");
            }
        }
        return new EngineCatalog(found);
    }

    List<EngineInfo> infos() {
        return providers.values().stream().map(EngineProvider::info).toList();
    }

    List<EngineProvider> all() {
        return new ArrayList<>(providers.values());
    }

    EngineProvider require(String id) {
        List<String> ids = List.copyOf(providers.keySet());
        if (providers.isEmpty()) {
            throw new EngineNotFoundException(
                    null,
                    ids,
                    "no engine is on the class path",
                    "add dev.switchback:adapter-flyway or dev.switchback:adapter-liquibase at runtime scope");
        }
        if (id.equals(AUTO)) {
            if (providers.size() == 1) {
                return providers.values().iterator().next();
            }
            throw new EngineNotFoundException(
                    null,
                    ids,
                    "several engines are on the class path (" + String.join(", ", ids) + ") and none is chosen",
                    "choose one: engine=" + ids.get(0) + ", or SWITCHBACK_ENGINE=" + ids.get(0)
                            + " in the environment");
        }
        EngineProvider provider = providers.get(id);
        if (provider == null) {
            throw new EngineNotFoundException(
                    id,
                    ids,
                    "there is no engine '" + id + "' on the class path; found: " + String.join(", ", ids),
                    "choose one of these, or add its artifact, for example dev.switchback:adapter-flyway; where one jar"
                            + " was made of many, merge their files in META-INF/services");
        }
        return provider;
    }
}
