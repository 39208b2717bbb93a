package dev.switchback.liquibase;

import dev.switchback.tck.PostgresqlDatabase;

final class PostgresqlNativeTest extends NativeContract {
    PostgresqlNativeTest() {
        super(new PostgresqlDatabase());
    }
}
