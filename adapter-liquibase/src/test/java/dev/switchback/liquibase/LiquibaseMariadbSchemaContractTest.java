package dev.switchback.liquibase;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.SchemaContract;

final class LiquibaseMariadbSchemaContractTest extends SchemaContract {
    LiquibaseMariadbSchemaContractTest() {
        super(new LiquibaseEngineProvider(), new MariadbDatabase());
    }
}
