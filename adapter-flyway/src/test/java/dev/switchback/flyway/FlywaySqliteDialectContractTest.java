package dev.switchback.flyway;

import dev.switchback.tck.SqliteDialectContract;

final class FlywaySqliteDialectContractTest extends SqliteDialectContract {
    FlywaySqliteDialectContractTest() {
        super(new FlywayEngineProvider());
    }
}
