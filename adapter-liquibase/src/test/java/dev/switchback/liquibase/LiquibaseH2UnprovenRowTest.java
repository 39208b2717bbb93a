package dev.switchback.liquibase;

import dev.switchback.tck.H2Database;

final class LiquibaseH2UnprovenRowTest extends UnprovenRowContract {
    LiquibaseH2UnprovenRowTest() {
        super(new H2Database());
    }
}
