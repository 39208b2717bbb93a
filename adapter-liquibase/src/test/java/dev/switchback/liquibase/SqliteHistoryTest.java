package dev.switchback.liquibase;

import java.io.IOException;
import java.nio.file.Path;

final class SqliteHistoryTest extends HistoryContract {
    @Override
    Project open(Path folder) throws IOException {
        return Project.sqlite(folder);
    }
}
