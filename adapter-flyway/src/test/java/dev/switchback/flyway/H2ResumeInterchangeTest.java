package dev.switchback.flyway;

import dev.switchback.tck.H2Database;

final class H2ResumeInterchangeTest extends ResumeInterchangeContract {
    H2ResumeInterchangeTest() {
        super(new H2Database());
    }
}
