package dev.switchback.flyway;

import dev.switchback.tck.LargeScriptContract;
import dev.switchback.tck.PostgresqlDatabase;
import org.junit.jupiter.api.Tag;

@Tag("faults")
final class FlywayPostgresqlLargeScriptContractTest extends LargeScriptContract {
    FlywayPostgresqlLargeScriptContractTest() {
        super(new FlywayEngineProvider(), new PostgresqlDatabase());
    }
}
