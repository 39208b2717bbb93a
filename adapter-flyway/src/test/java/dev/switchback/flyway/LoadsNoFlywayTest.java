package dev.switchback.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.api.config.DatabaseKind;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything but creating the table and running scripts works where Flyway cannot even be found. */
final class LoadsNoFlywayTest {

    @TempDir
    Path temp;

    @Test
    void readsAndWritesTheHistoryWithoutAnyClassOfFlyway() throws Exception {
        TestDatabase database = TestDatabase.in(temp, DatabaseKind.H2);
        TestFolder folder = new TestFolder(temp.resolve("migrations")).add("V1__a.sql", "CREATE TABLE a (id INT);\n");
        database.plain(folder).migrate();

        try (URLClassLoader withoutFlyway = withoutFlyway()) {
            assertThatThrownBy(() -> withoutFlyway.loadClass("org.flywaydb.core.Flyway"))
                    .isInstanceOf(ClassNotFoundException.class);
            @SuppressWarnings("unchecked")
            Function<List<String>, String> probe = (Function<List<String>, String>) withoutFlyway
                    .loadClass(StoreProbe.class.getName())
                    .getConstructor()
                    .newInstance();
            assertThat(probe.apply(List.of(database.url(), folder.path().toString())))
                    .isEqualTo("true 1 MATCHES 0 1");
        }
    }

    @Test
    void tellsTheVersionOfTheLibrary() {
        assertThat(new FlywayEngineProvider().info().version()).matches("\\d+\\.\\d+\\.\\d+");
    }

    /** The class path of the tests without Flyway's jars, and nothing above it but the JDK. */
    private static URLClassLoader withoutFlyway() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!Path.of(entry).getFileName().toString().startsWith("flyway-")) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }
}
