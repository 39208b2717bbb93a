package dev.switchback.api.config;

import java.util.Map;
import java.util.Optional;

/** What a parser finds in a URL. Each part is safe to print, except the values of the properties. */
record UrlParts(DatabaseKind kind, Location location, Credentials credentials, Map<String, String> properties) {
    UrlParts {
        properties = Map.copyOf(properties);
    }

    UrlParts withLocation(Location other) {
        return new UrlParts(kind, other, credentials, properties);
    }

    UrlParts withCredentials(Credentials other) {
        return new UrlParts(kind, location, other, properties);
    }

    @Override
    public String toString() {
        return kind.displayName() + " " + location.displayName();
    }

    /** User and password, each of which may be missing. */
    record Credentials(Optional<String> user, Optional<Secret> password) {
        static final Credentials NONE = new Credentials(Optional.empty(), Optional.empty());

        Credentials withUser(String text) {
            requireOnce(user, "user");
            return new Credentials(Optional.of(text), password);
        }

        Credentials withPassword(String text) {
            requireOnce(password, "password");
            return new Credentials(user, Optional.of(Secret.of(text)));
        }

        private static void requireOnce(Optional<?> before, String part) {
            if (before.isPresent()) {
                throw new MalformedValueException("the " + part + " is given twice", "keep one of the two");
            }
        }
    }
}
