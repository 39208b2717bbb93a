package dev.switchback.liquibase;

import dev.switchback.tck.MariadbDatabase;

final class MariadbNativeTest extends NativeContract {
    MariadbNativeTest() {
        super(new MariadbDatabase());
    }
}
