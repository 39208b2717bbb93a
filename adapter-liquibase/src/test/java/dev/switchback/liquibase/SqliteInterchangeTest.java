package dev.switchback.liquibase;

import java.io.IOException;
import java.nio.file.Path;

final class SqliteInterchangeTest extends InterchangeContract {
    @Override
    Project open(Path folder) throws IOException {
        return Project.sqlite(folder);
    }
}
