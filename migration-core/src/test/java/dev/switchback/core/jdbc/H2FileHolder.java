package dev.switchback.core.jdbc;

import dev.switchback.api.config.DatabaseUrl;
import java.io.IOException;
import java.sql.Connection;
import java.time.Duration;

/** A process that opens a database, says so, and keeps it open until its input ends. */
final class H2FileHolder {

    static final String OPEN = "open";

    private H2FileHolder() {}

    public static void main(String[] args) throws Exception {
        try (UrlConnections source = new UrlConnections(DatabaseUrl.parse(args[0]), Duration.ofSeconds(5));
                Connection connection = source.open()) {
            System.out.println(OPEN + connection.getAutoCommit());
            System.out.flush();
            waitForTheEnd();
        }
    }

    private static void waitForTheEnd() throws IOException {
        while (System.in.read() >= 0) {
            // whoever started us tells us to stop by closing the pipe
        }
    }
}
