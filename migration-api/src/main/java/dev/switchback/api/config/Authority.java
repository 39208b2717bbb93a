package dev.switchback.api.config;

import java.util.List;
import java.util.stream.Collectors;

/** What stands between {@code //} and the path: credentials and servers. */
record Authority(UrlParts.Credentials credentials, String hosts) {
    static Authority parse(String text, int defaultPort) {
        List<HostPort> hosts = HostPort.parseAll(afterUserInfo(text), defaultPort);
        return new Authority(
                credentials(text), hosts.stream().map(HostPort::toString).collect(Collectors.joining(",")));
    }

    /** Passwords with an unescaped @ are common, host names with one do not exist: the last one counts. */
    static String afterUserInfo(String text) {
        return text.substring(text.lastIndexOf('@') + 1);
    }

    static UrlParts.Credentials credentials(String text) {
        int at = text.lastIndexOf('@');
        if (at < 0) {
            return UrlParts.Credentials.NONE;
        }
        String userInfo = text.substring(0, at);
        int colon = userInfo.indexOf(':');
        String user = Percent.decode(colon < 0 ? userInfo : userInfo.substring(0, colon), "the user name");
        UrlParts.Credentials credentials = UrlParts.Credentials.NONE;
        if (!user.isEmpty()) {
            credentials = credentials.withUser(Texts.requireVisible(user, "the user name"));
        }
        return colon < 0
                ? credentials
                : credentials.withPassword(Percent.decode(userInfo.substring(colon + 1), "the password"));
    }
}
