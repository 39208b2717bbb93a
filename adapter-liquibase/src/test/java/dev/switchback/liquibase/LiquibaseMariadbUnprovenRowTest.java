package dev.switchback.liquibase;

import dev.switchback.tck.MariadbDatabase;

final class LiquibaseMariadbUnprovenRowTest extends UnprovenRowContract {
    LiquibaseMariadbUnprovenRowTest() {
        super(new MariadbDatabase());
    }
}
