package dev.switchback.docs.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.SchemaSource;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.schema.AutogenerateRequest;
import dev.switchback.api.schema.AutogenerateResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entities of four styles become a migration, and then nothing is left to make; with Hibernate 6.6 and 7. */
final class EntitiesTest {

    private static final String STYLES = Stream.of("shop", "people", "inventory", "calendar")
            .map(style -> "dev.switchback.docs.entities." + style)
            .collect(Collectors.joining(","));

    @TempDir
    private Path folder;

    @BeforeEach
    void createFolder() throws IOException {
        Files.createDirectory(folder.resolve("migrations"));
    }

    private Switchback.Builder on(String url, String hibernate) throws IOException {
        return Switchback.configure()
                .baseDir(folder)
                .databaseUrl(url)
                .engine("flyway")
                .dirs("migrations")
                .set(ConfigKey.MODEL, "entities")
                .set(ConfigKey.ENTITIES_CLASSPATH, classpath(hibernate));
    }

    private static String classpath(String hibernate) throws IOException {
        Path target = Path.of("target").toAbsolutePath();
        try (Stream<Path> jars = Files.list(target.resolve(hibernate))) {
            return Stream.concat(Stream.of(target.resolve("test-classes")), jars)
                    .map(Path::toString)
                    .collect(Collectors.joining(","));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hibernate-6.6", "hibernate-7"})
    void becomeAMigrationAfterWhichNothingDiffers(String hibernate) throws IOException {
        try (MigrationManager manager = on("h2:mem:entities", hibernate)
                .set(ConfigKey.ENTITIES_PACKAGES, STYLES)
                .open()) {
            AutogenerateResult made =
                    manager.autogenerate(AutogenerateRequest.of("entities", new SchemaSource.Entities()));

            assertThat(made.changes()).hasSizeGreaterThan(15);
            manager.upgrade();
            assertThat(manager.diff(new SchemaSource.Live(), new SchemaSource.Model())
                            .changes())
                    .isEmpty();
        }
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        try (MigrationManager none = on("h2:mem:none", "hibernate-7").open()) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(none::checkModel)
                    .satisfies(e -> assertThat(e.key()).isEqualTo("entities.packages"));
        }
        try (MigrationManager empty = on("h2:mem:none", "hibernate-7")
                .set(ConfigKey.ENTITIES_PACKAGES, "dev.switchback.docs.bench")
                .open()) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(empty::checkModel)
                    .withMessageContaining("no class with @Entity");
        }
        try (MigrationManager bare = on("h2:mem:none", "hibernate-7")
                .set(ConfigKey.ENTITIES_PACKAGES, STYLES)
                .set(
                        ConfigKey.ENTITIES_CLASSPATH,
                        Path.of("target", "test-classes").toAbsolutePath().toString())
                .open()) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(bare::checkModel)
                    .satisfies(e -> assertThat(List.of("entities.classpath", "entities.packages"))
                            .contains(e.key()));
        }
    }
}
