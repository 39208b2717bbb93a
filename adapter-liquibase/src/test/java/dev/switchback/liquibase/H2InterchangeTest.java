package dev.switchback.liquibase;

import java.io.IOException;
import java.nio.file.Path;

final class H2InterchangeTest extends InterchangeContract {
    @Override
    Project open(Path folder) throws IOException {
        return Project.h2(folder);
    }
}
