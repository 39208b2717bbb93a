package dev.switchback.liquibase;

import dev.switchback.tck.PostgresqlDatabase;

final class LiquibasePostgresqlUnprovenRowTest extends UnprovenRowContract {
    LiquibasePostgresqlUnprovenRowTest() {
        super(new PostgresqlDatabase());
    }
}
