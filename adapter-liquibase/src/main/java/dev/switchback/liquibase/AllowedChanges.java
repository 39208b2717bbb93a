package dev.switchback.liquibase;

import dev.switchback.api.error.ConfigurationException;
import java.util.List;
import java.util.Set;

/**
 * Which types of changes may be in a changelog: the safe ones, and those that the configuration names.
 *
 * @param named the types that the configuration names
 */
record AllowedChanges(Set<String> named) {

    private static final String SETTING = "liquibase.allowed-changes";

    /** Copies the set. */
    AllowedChanges {
        named = Set.copyOf(named);
    }

    /**
     * From the setting.
     *
     * @throws ConfigurationException if it names what there is not, or what is never allowed
     */
    static AllowedChanges of(List<String> names) {
        for (String name : names) {
            check(name);
        }
        return new AllowedChanges(Set.copyOf(names));
    }

    private static void check(String name) {
        if (ChangeTypes.obstacle(name).isPresent()) {
            throw new ConfigurationException(
                    SETTING,
                    name + " cannot be allowed: it "
                            + ChangeTypes.obstacle(name).get(),
                    "remove it; what can be allowed: " + String.join(", ", ChangeTypes.allowable()));
        }
        if (!ChangeTypes.all().contains(name)) {
            throw new ConfigurationException(
                    SETTING,
                    "Liquibase has no type of change '" + Shown.name(name) + "'",
                    ChangeTypes.meant(name)
                            .orElse("what can be allowed: " + String.join(", ", ChangeTypes.allowable())));
        }
    }

    boolean contains(String type) {
        return ChangeTypes.isSafe(type) || named.contains(type);
    }

    /** How to allow it, where that is possible. */
    static String advice(String type) {
        return "write it in SQL, or allow it: " + SETTING + "=" + type;
    }
}
