package dev.switchback.flyway;

import dev.switchback.api.config.DatabaseKind;

final class SqlitePlainFlywayTest extends PlainFlywayContract {
    SqlitePlainFlywayTest() {
        super(DatabaseKind.SQLITE);
    }
}
