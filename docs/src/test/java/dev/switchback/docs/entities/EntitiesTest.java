package dev.switchback.docs.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.SchemaSource;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.model.Target;
import dev.switchback.api.schema.AutogenerateRequest;
import dev.switchback.api.schema.AutogenerateResult;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.H2Database;
import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.SqliteDatabase;
import dev.switchback.tck.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Entities of four styles become a migration, and then nothing is left to make; with Hibernate 6.6 and 7, on every database. */
final class EntitiesTest {

    private static final String SHOP_AND_PEOPLE = packages("shop", "people");
    private static final String STYLES = packages("shop", "people", "inventory", "calendar");

    @TempDir
    private Path folder;

    private static String packages(String... styles) {
        return Stream.of(styles)
                .map(style -> "dev.switchback.docs.entities." + style)
                .collect(Collectors.joining(","));
    }

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

    @ParameterizedTest(name = "on {0}, with {1}")
    @MethodSource("databasesAndHibernates")
    void becomeMigrationsAfterWhichNothingDiffers(TestDatabase product, String hibernate) throws Exception {
        try (FreshDatabase database = product.fresh(folder)) {
            database.allowScratchDatabases();
            AutogenerateResult first = migrate(database, hibernate, "first", SHOP_AND_PEOPLE);
            AutogenerateResult second = migrate(database, hibernate, "second", STYLES);

            assertThat(first.changes()).hasSizeGreaterThan(10);
            assertThat(second.changes()).hasSizeGreaterThan(4);
            try (MigrationManager manager = on(database.url(), hibernate)
                    .set(ConfigKey.ENTITIES_PACKAGES, STYLES)
                    .open()) {
                AutogenerateResult third = manager.autogenerate(request("third"));
                assertThat(third.changes()).isEmpty();
                assertThat(third.files()).isEmpty();
                assertThat(manager.checkModel().changes()).isEmpty();
                assertThat(manager.diff(new SchemaSource.Live(), new SchemaSource.Migrations())
                                .changes())
                        .isEmpty();
                manager.downgrade(Target.parse("base"));
                assertThat(database.tables())
                        .allMatch(name -> name.startsWith("flyway") || name.startsWith("switchback"));
            }
        }
    }

    /** Makes a migration of what the packages have and the database has not, and runs it. */
    private AutogenerateResult migrate(FreshDatabase database, String hibernate, String name, String packages)
            throws IOException {
        try (MigrationManager manager = on(database.url(), hibernate)
                .set(ConfigKey.ENTITIES_PACKAGES, packages)
                .open()) {
            AutogenerateResult made = manager.autogenerate(request(name));
            manager.upgrade();
            return made;
        }
    }

    private static AutogenerateRequest request(String description) {
        return AutogenerateRequest.of(description, new SchemaSource.Entities());
    }

    private static Stream<Arguments> databasesAndHibernates() {
        return Stream.of(new SqliteDatabase(), new H2Database(), new PostgresqlDatabase(), new MariadbDatabase())
                .flatMap(product -> Stream.of("hibernate-6.6", "hibernate-7")
                        .map(hibernate -> Arguments.of(Named.of(product.name(), product), hibernate)));
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
