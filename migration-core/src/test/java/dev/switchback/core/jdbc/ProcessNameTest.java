package dev.switchback.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What others call a process. */
final class ProcessNameTest {

    @Test
    void isReadBackInBothRoles() {
        ProcessName name = new ProcessName(4711, "web-1");
        assertThat(name.asHolder()).isEqualTo("switchback 4711@web-1");
        assertThat(name.asRun()).isEqualTo("switchback run 4711@web-1");
        assertThat(ProcessName.parse(name.asHolder())).contains(name);
        assertThat(ProcessName.parse(name.asRun())).contains(name);
        assertThat(name.words()).isEqualTo("pid 4711 on web-1");
    }

    @Test
    void fitsIntoAnApplicationNameAndStaysTheSameInBothRoles() {
        String host = "a-very-long-name-of-a-pod-7f9c4d8b6-x2x4z.some-namespace.svc.cluster.local";
        ProcessName name = new ProcessName(4194304, host);
        assertThat(name.asRun()).hasSize(63);
        assertThat(name.asHolder()).hasSizeLessThan(63);
        assertThat(ProcessName.parse(name.asRun())).isEqualTo(ProcessName.parse(name.asHolder()));
        assertThat(host)
                .startsWith(ProcessName.parse(name.asRun()).orElseThrow().host());
    }

    @Test
    void cannotEndTheLiteralItStandsIn() {
        ProcessName name = new ProcessName(1, "o'neill's büro");
        assertThat(name.asHolder()).isEqualTo("switchback 1@o?neill?s?b?ro");
        assertThat(name.asHolder().getBytes(StandardCharsets.UTF_8).length)
                .isEqualTo(name.asHolder().length());
    }

    @Test
    void whatIsNotOursIsNotRead() {
        for (String other : new String[] {"switchback", "psql", "switchback 4711", "switchback x@y", "run 1@h", ""}) {
            assertThat(ProcessName.parse(other)).as(other).isEmpty();
        }
    }
}
