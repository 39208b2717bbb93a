package dev.switchback.liquibase;

import dev.switchback.tck.LargeScriptContract;
import dev.switchback.tck.MariadbDatabase;
import org.junit.jupiter.api.Tag;

@Tag("faults")
final class LiquibaseMariadbLargeScriptContractTest extends LargeScriptContract {
    LiquibaseMariadbLargeScriptContractTest() {
        super(new LiquibaseEngineProvider(), new MariadbDatabase());
    }
}
