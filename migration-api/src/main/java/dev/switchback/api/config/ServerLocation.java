package dev.switchback.api.config;

/** A database behind a network address. */
record ServerLocation(String jdbcUrl, String displayName) implements Location {
    ServerLocation {
        // "shoppassword=…" once the question mark is missing
        Location.requireNoCredentials(displayName.substring(0, Math.max(0, displayName.lastIndexOf(" @ "))));
    }

    /** {@code shop @ db.internal:5432}, or only the address if the URL names no database. */
    static String display(String database, String hosts) {
        return database.isEmpty() ? hosts : database + " @ " + hosts;
    }
}
