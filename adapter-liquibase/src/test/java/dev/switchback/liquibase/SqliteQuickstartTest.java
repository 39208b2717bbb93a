package dev.switchback.liquibase;

import java.io.IOException;
import java.nio.file.Path;

final class SqliteQuickstartTest extends QuickstartContract {
    @Override
    Project open(Path folder) throws IOException {
        return Project.sqlite(folder);
    }

    @Override
    String dialect() {
        return "sqlite";
    }
}
