package dev.switchback.flyway;

import dev.switchback.tck.LargeScriptContract;
import dev.switchback.tck.MariadbDatabase;
import org.junit.jupiter.api.Tag;

@Tag("faults")
final class FlywayMariadbLargeScriptContractTest extends LargeScriptContract {
    FlywayMariadbLargeScriptContractTest() {
        super(new FlywayEngineProvider(), new MariadbDatabase());
    }
}
