package dev.switchback.api.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One server of an authority. {@code java.net.URI} would not do: it has no host for a name with an underscore (every
 * docker compose service) nor for several hosts.
 */
record HostPort(String host, int port) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

    static List<HostPort> parseAll(String text, int defaultPort) {
        if (text.isEmpty()) {
            return List.of(new HostPort("localhost", defaultPort));
        }
        List<HostPort> hosts = new ArrayList<>();
        String[] items = text.split(",", -1);
        for (int i = 0; i < items.length; i++) {
            String which = items.length == 1 ? "" : " of host " + (i + 1);
            hosts.add(
                    items[i].startsWith("[")
                            ? ipv6(items[i], defaultPort, which)
                            : named(items[i], defaultPort, which));
        }
        return List.copyOf(hosts);
    }

    private static HostPort named(String item, int defaultPort, String which) {
        int colon = item.indexOf(':');
        if (colon != item.lastIndexOf(':')) {
            throw new MalformedValueException(
                    "the address" + which + " has more than one colon",
                    "put an IPv6 address into square brackets, and percent-encode special characters of the password");
        }
        String host = colon < 0 ? item : item.substring(0, colon);
        if (!NAME.matcher(host).matches()) {
            throw new MalformedValueException(
                    "the name" + which + " is empty or has a character that host names do not have",
                    "write scheme://user:password@host:port/database, and percent-encode special characters"
                            + " of the password");
        }
        return new HostPort(host, colon < 0 ? defaultPort : port(item.substring(colon + 1), which));
    }

    private static HostPort ipv6(String item, int defaultPort, String which) {
        int end = item.indexOf(']');
        if (end < 0 || !IPV6.matcher(item.substring(1, end)).matches()) {
            throw new MalformedValueException(
                    "the address" + which + " in square brackets is not an IPv6 address", "write it as [::1]:5432");
        }
        String after = item.substring(end + 1);
        if (!after.isEmpty() && !after.startsWith(":")) {
            throw new MalformedValueException(
                    "there is something other than a port after the IPv6 address" + which, "write it as [::1]:5432");
        }
        return new HostPort(
                item.substring(0, end + 1), after.isEmpty() ? defaultPort : port(after.substring(1), which));
    }

    private static int port(String text, String which) {
        if (!PORT.matcher(text).matches()) {
            throw new MalformedValueException(
                    "the port" + which + " is not a number",
                    "write a number, and percent-encode special characters of the password"
                            + " (/ is %2F, ? is %3F, @ is %40)");
        }
        int port = Integer.parseInt(text);
        if (port < 1 || port > 65535) {
            throw new MalformedValueException(
                    "the port" + which + " is not between 1 and 65535", "write the port of the server");
        }
        return port;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
