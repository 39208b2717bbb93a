package dev.switchback.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.error.MigrationLockException;
import dev.switchback.api.model.LockHolder;
import dev.switchback.tck.MariadbDatabase;

final class MariadbTwoProcessesLockTest extends OrphanContract {
    MariadbTwoProcessesLockTest() {
        super(new MariadbDatabase());
    }

    /** The server knows the session and where it comes from, not the process. */
    @Override
    void assertNames(MigrationLockException refused, Process holder) {
        LockHolder named = refused.holder().orElseThrow();
        assertThat(named.host()).isPresent();
        assertThat(named.name()).matches("session " + named.session().orElseThrow() + " from .*:\\d+");
        assertThat(refused).hasMessageContaining("held by " + named.name());
    }
}
