package dev.switchback.liquibase;

import dev.switchback.tck.H2Database;

final class H2NativeTest extends NativeContract {
    H2NativeTest() {
        super(new H2Database());
    }
}
