package dev.switchback.liquibase;

import java.io.IOException;
import java.nio.file.Path;

final class SqliteRunnerTest extends RunnerContract {
    @Override
    Project open(Path folder) throws IOException {
        return Project.sqlite(folder);
    }

    @Override
    boolean transactionalDdl() {
        return true;
    }
}
