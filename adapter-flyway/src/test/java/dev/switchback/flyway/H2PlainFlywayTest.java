package dev.switchback.flyway;

import dev.switchback.api.config.DatabaseKind;

final class H2PlainFlywayTest extends PlainFlywayContract {
    H2PlainFlywayTest() {
        super(DatabaseKind.H2);
    }
}
