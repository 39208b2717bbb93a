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

    /** Another database of the same server; the driver gets parameters beside the URL, so nothing follows the name. */
    static ServerLocation sibling(Location location, DatabaseKind kind, String database) {
        if (!(location instanceof ServerLocation server) || kind == DatabaseKind.H2) {
            throw new IllegalStateException(location.displayName() + " is no server with several databases");
        }
        int authority = server.jdbcUrl.indexOf("//") + 2;
        int slash = server.jdbcUrl.indexOf('/', authority);
        String address = slash < 0 ? server.jdbcUrl : server.jdbcUrl.substring(0, slash);
        return new ServerLocation(address + "/" + database, display(database, address.substring(authority)));
    }
}
