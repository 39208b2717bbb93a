package dev.switchback.liquibase;

import java.io.IOException;
import java.nio.file.Path;

final class H2RunnerTest extends RunnerContract {
    @Override
    Project open(Path folder) throws IOException {
        return Project.h2(folder);
    }

    @Override
    boolean transactionalDdl() {
        return false;
    }
}
