package dev.switchback.api.config;

import dev.switchback.api.model.ServerAddress;
import java.util.Optional;

/** A database behind a network address. */
record ServerLocation(String jdbcUrl, String displayName) implements Location {
    private static final String AT = " @ ";

    ServerLocation {
        // "shoppassword=…" once the question mark is missing
        Location.requireNoCredentials(displayName.substring(0, Math.max(0, displayName.lastIndexOf(AT))));
    }

    /** {@code shop @ db.internal:5432}, or only the address if the URL names no database. */
    static String display(String database, String hosts) {
        return database.isEmpty() ? hosts : database + AT + hosts;
    }

    /** The one server; empty where the URL lists several, and the driver chooses. */
    @Override
    public Optional<ServerAddress> server() {
        int at = displayName.lastIndexOf(AT);
        String hosts = at < 0 ? displayName : displayName.substring(at + AT.length());
        if (hosts.indexOf(',') >= 0 || hosts.indexOf('(') >= 0) {
            return Optional.empty();
        }
        HostPort one = HostPort.parseAll(hosts, 0).get(0);
        return Optional.of(new ServerAddress(one.host().replaceAll("[\\[\\]]", ""), one.port()));
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
