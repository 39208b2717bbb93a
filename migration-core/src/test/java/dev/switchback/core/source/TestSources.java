package dev.switchback.core.source;

import dev.switchback.api.config.IntegrityPolicy;
import dev.switchback.core.port.MigrationSource;
import dev.switchback.core.sql.PlaceholderText;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Sources for the contracts. */
final class TestSources {
    private TestSources() {}

    static MigrationSource open(String location, ClassLoader loader) {
        SourceOptions options =
                new SourceOptions(IntegrityPolicy.REQUIRE_IF_PRESENT, false, PlaceholderText.of(Map.of()));
        return MigrationSources.of(List.of(location), Path.of("."), loader, options)
                .source();
    }

    /** A loader of this place only, not of the tests' own class path. */
    static ClassLoader loader(Path place) {
        try {
            return new URLClassLoader(new URL[] {place.toUri().toURL()}, null);
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static String slashed(Path relative) {
        return relative.toString().replace(File.separatorChar, '/');
    }
}
