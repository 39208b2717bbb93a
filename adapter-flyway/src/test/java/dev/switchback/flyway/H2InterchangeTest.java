package dev.switchback.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.model.RepairAction;
import org.junit.jupiter.api.Test;

final class H2InterchangeTest extends InterchangeContract {
    H2InterchangeTest() {
        super(DatabaseKind.H2);
    }

    @Test
    void plainFlywayRefusesAFailureUntilItIsRepaired() throws Exception {
        try (MigrationManager manager = manager()) {
            failHalfWay(manager);
            assertThatThrownBy(() -> plain().migrate()).hasMessageContaining("failed migration");
            assertThat(manager.check().ok()).isFalse();

            database().execute("DROP TABLE half");
            manager.repair(new RepairAction.MarkReverted("2"));
        }
        plainFlywayGoesOn();
    }

    @Test
    void plainFlywayAcceptsAMigrationThatWasCompletedByHand() throws Exception {
        try (MigrationManager manager = manager()) {
            failHalfWay(manager);
            manager.repair(new RepairAction.MarkApplied("2"));
            assertThat(plain().validateWithResult().invalidMigrations)
                    .extracting(invalid -> invalid.description)
                    .containsExactly("authors");
            assertThat(plain().migrate().migrationsExecuted).isEqualTo(1);
            assertThat(manager.check().ok()).isTrue();
        }
    }
}
