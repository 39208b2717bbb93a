package dev.switchback.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.config.DatabaseUrl;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class UrlConnectionsTest {

    private static Properties properties(String url) {
        return new UrlConnections(DatabaseUrl.parse(url), Duration.ofSeconds(10)).properties();
    }

    /** So that a long statement is not forgotten by what stands between, nor waited for when the server is gone. */
    @Test
    void bothSidesOfAConnectionAskWhetherTheOtherIsThere() {
        assertThat(properties("postgres://app@127.0.0.1/shop")).containsEntry("tcpKeepAlive", "true");
        assertThat(properties("mariadb://app@127.0.0.1/shop").containsKey("tcpKeepIdle"))
                .as("only where the driver does not refuse to connect because of it")
                .isEqualTo(KeepAlive.isSupported());
    }
}
