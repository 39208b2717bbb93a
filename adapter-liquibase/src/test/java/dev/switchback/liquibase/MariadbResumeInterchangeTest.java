package dev.switchback.liquibase;

import dev.switchback.tck.MariadbDatabase;

final class MariadbResumeInterchangeTest extends ResumeInterchangeContract {
    MariadbResumeInterchangeTest() {
        super(new MariadbDatabase());
    }
}
