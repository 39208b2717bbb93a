package dev.switchback.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Who asks for a lock in this JVM; everybody in it can see that there is somebody. */
final class JvmClaimTest {

    private static final String NAME = "jdbc:wrapper:shop?user=app&password=geheim-42";

    @Test
    void isOneThreadsAndTellsNothingOfTheName() {
        JvmClaim claim = Objects.requireNonNull(JvmClaim.tryTake(NAME));
        claim.hold();

        assertThat(JvmClaim.tryTake(NAME)).isNull();
        assertThat(JvmClaim.isHeld(NAME)).isTrue();
        assertThat(System.getProperties().toString()).doesNotContain("geheim-42");

        claim.free();
        assertThat(JvmClaim.isHeld(NAME)).isFalse();
        Objects.requireNonNull(JvmClaim.tryTake(NAME)).free();
    }
}
