package dev.switchback.core.source;

import dev.switchback.core.port.MigrationSource;
import dev.switchback.tck.MigrationSourceContract;
import java.nio.file.Path;

final class FolderSourceContractTest extends MigrationSourceContract {
    @Override
    protected MigrationSource source(Path files) {
        return TestSources.open(files.toString(), ClassLoader.getSystemClassLoader());
    }
}
