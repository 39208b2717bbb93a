package dev.switchback.liquibase;

import dev.switchback.tck.LargeScriptContract;
import dev.switchback.tck.PostgresqlDatabase;
import org.junit.jupiter.api.Tag;

@Tag("faults")
final class LiquibasePostgresqlLargeScriptContractTest extends LargeScriptContract {
    LiquibasePostgresqlLargeScriptContractTest() {
        super(new LiquibaseEngineProvider(), new PostgresqlDatabase());
    }
}
