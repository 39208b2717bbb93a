package dev.switchback.api.model;

import java.util.Objects;

/**
 * Where a server is.
 *
 * @param host its name or address; an IPv6 address without brackets
 * @param port its port
 */
public record ServerAddress(String host, int port) {

    private static final int LAST_PORT = 65_535;

    /** Checks that both can be. */
    public ServerAddress {
        Objects.requireNonNull(host, "host");
        if (host.isBlank() || host.startsWith("[")) {
            throw new IllegalArgumentException("a host has a name or an address, without brackets");
        }
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("a port is between 1 and " + LAST_PORT);
        }
    }
}
