package dev.switchback.core.jdbc;

import dev.switchback.tck.H2Database;

final class H2TwoProcessesLockTest extends TwoProcessesLockContract {
    H2TwoProcessesLockTest() {
        super(new H2Database());
    }
}
