package dev.switchback.flyway;

import dev.switchback.tck.MariadbDatabase;

final class MariadbResumeInterchangeTest extends ResumeInterchangeContract {
    MariadbResumeInterchangeTest() {
        super(new MariadbDatabase());
    }
}
