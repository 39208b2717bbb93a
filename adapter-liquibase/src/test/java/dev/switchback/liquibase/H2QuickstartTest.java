package dev.switchback.liquibase;

import java.io.IOException;
import java.nio.file.Path;

final class H2QuickstartTest extends QuickstartContract {
    @Override
    Project open(Path folder) throws IOException {
        return Project.h2(folder);
    }

    @Override
    String dialect() {
        return "h2";
    }
}
