package dev.switchback.flyway;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.DatabaseKind;
import org.junit.jupiter.api.Test;

final class SqliteInterchangeTest extends InterchangeContract {
    SqliteInterchangeTest() {
        super(DatabaseKind.SQLITE);
    }

    @Test
    void plainFlywayGoesOnAfterAFailure() throws Exception {
        try (MigrationManager manager = manager()) {
            failHalfWay(manager);
        }
        plainFlywayGoesOn();
    }
}
