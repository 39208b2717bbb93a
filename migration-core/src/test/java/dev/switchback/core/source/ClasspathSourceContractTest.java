package dev.switchback.core.source;

import dev.switchback.core.port.MigrationSource;
import dev.switchback.tck.MigrationSourceContract;
import java.nio.file.Path;

final class ClasspathSourceContractTest extends MigrationSourceContract {
    @Override
    protected MigrationSource source(Path files) {
        Path root = files.resolve("../..").normalize();
        return TestSources.open("classpath:" + TestSources.slashed(root.relativize(files)), TestSources.loader(root));
    }
}
