package dev.switchback.startup.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.StartupMode;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.error.PendingMigrationsException;
import dev.switchback.api.health.HealthStatus;
import dev.switchback.api.health.MigrationHealth;
import dev.switchback.startup.StartupResult;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.PostgresqlDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.assertj.core.util.Throwables;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

final class SpringStartTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"flyway", "liquibase"})
    void migratesBeforeJpaJdbcAndJooqUseTheSchema(String engine) {
        try (ConfigurableApplicationContext shop =
                SpringStart.on(engine, "upgrade").run()) {
            Map<String, BookShop.Books> books = shop.getBeansOfType(BookShop.Books.class);

            assertThat(books.values())
                    .hasSize(3)
                    .allSatisfy(b -> assertThat(b.count()).isEqualTo(1));
            assertThat(shop.getBean(StartupResult.class).summary()).isEqualTo("applied 2 of 2 pending, now at 2");
            assertThat(shop.getBean(MigrationManager.class).status().upToDate()).isTrue();
            assertThat(shop.getBean(MigrationHealth.class).check().up()).isTrue();
        }
    }

    /** As with R2DBC: migrations go by JDBC, and nothing else does. */
    @Test
    void migratesADatabaseOfItsOwnWhereTheApplicationHasNoDataSource() {
        SpringStart named = withoutDataSource()
                .with("switchback.startup.create-database", "true")
                .with("switchback.url", "jdbc:sqlite:" + folder.resolve("own.db"));
        try (ConfigurableApplicationContext shop = named.run()) {
            assertThat(shop.getBeanNamesForType(DataSource.class)).isEmpty();
            assertThat(shop.getBean(StartupResult.class).upgrade()).isPresent();
            assertThat(shop.getBean(MigrationHealth.class).check().up()).isTrue();
        }
        try (ConfigurableApplicationContext none = withoutDataSource().run()) {
            assertThat(none.getBeanNamesForType(StartupResult.class)).isEmpty();
        }
    }

    private static SpringStart withoutDataSource() {
        return SpringStart.bare("flyway", "upgrade")
                .with(
                        "spring.autoconfigure.exclude",
                        "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration,"
                                + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration");
    }

    @Test
    void runsNoPlainFlywayOnlyBecauseItsLibraryIsThere() {
        try (ConfigurableApplicationContext shop =
                SpringStart.bare("liquibase", "upgrade").run()) {
            assertThat(shop.containsBean("flywayInitializer")).isFalse();
            assertThat(shop.containsBean("liquibase")).isFalse();
            assertThat(shop.getBean(MigrationManager.class).engine().id()).isEqualTo("liquibase");
        }
    }

    @ParameterizedTest
    @CsvSource({"flyway,flywayInitializer", "liquibase,liquibase"})
    void refusesToMigrateBesideOneOfBootsOwnThatSomebodyWants(String own, String bean) {
        assertThatThrownBy(() -> SpringStart.bare("flyway", "upgrade")
                        .with("spring." + own + ".enabled", "true")
                        .run())
                .extracting(SpringStartTest::root)
                .isInstanceOf(ConfigurationException.class)
                .asString()
                .contains("spring." + own + ".enabled: the bean " + bean + " would migrate the same database beside"
                        + " Switchback");
    }

    @Test
    void refusesABeanOfTheApplicationThatWouldMigrateTheSameDatabase() {
        assertThatThrownBy(() -> SpringStart.bare("flyway", "upgrade")
                        .prepared(context -> register(
                                (GenericApplicationContext) context,
                                "ownLiquibase",
                                liquibase.integration.spring.SpringLiquibase.class,
                                liquibase.integration.spring.SpringLiquibase::new))
                        .run())
                .extracting(SpringStartTest::root)
                .isInstanceOf(ConfigurationException.class)
                .asString()
                .contains("the bean ownLiquibase would migrate the same database beside Switchback");
    }

    @Test
    void letsAFlywayOfAnotherDatabaseBe() {
        SpringStart start = SpringStart.bare("liquibase", "upgrade")
                .with("spring.flyway.enabled", "true")
                .with("spring.flyway.url", "jdbc:h2:mem:" + UUID.randomUUID())
                .with("spring.flyway.user", "sa");
        try (ConfigurableApplicationContext shop = start.run()) {
            assertThat(shop.containsBean("flywayInitializer")).isTrue();
            assertThat(shop.getBean(StartupResult.class).summary()).isEqualTo("applied 2 of 2 pending, now at 2");
        }
    }

    @Test
    void onlyLooksBesideAFlywayThatMigrates() {
        SpringStart start = SpringStart.bare("flyway", "off").with("spring.flyway.enabled", "true");
        try (ConfigurableApplicationContext shop = start.run()) {
            assertThat(shop.containsBean("flywayInitializer")).isTrue();
            assertThat(shop.getBean(MigrationManager.class).status().upToDate()).isTrue();
        }
    }

    @Test
    void doesNothingIfItIsSwitchedOff() {
        SpringStart start = SpringStart.bare("flyway", "upgrade")
                .with("switchback.enabled", "false")
                .with("spring.flyway.enabled", "false")
                .with("spring.liquibase.enabled", "false");
        try (ConfigurableApplicationContext shop = start.run()) {
            assertThat(shop.getBeansOfType(MigrationManager.class)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"flyway", "liquibase"})
    void doesNotStartOnWhatIsPendingInModeVerify(String engine) {
        assertThatThrownBy(() -> SpringStart.bare(engine, "verify").run())
                .hasRootCauseInstanceOf(PendingMigrationsException.class);
    }

    @Test
    void listensToTheVariableThatOthersShare() {
        SpringStart start = SpringStart.bare("flyway", "")
                .without("switchback.startup.mode")
                .variable("AUTO_MIGRATE_ON_STARTUP", "true");
        try (ConfigurableApplicationContext shop = start.run()) {
            assertThat(shop.getBean(StartupResult.class).mode()).isEqualTo(StartupMode.UPGRADE);
        }
    }

    @Test
    void theStrongerPlaceWins() {
        SpringStart start = SpringStart.bare("flyway", "upgrade").variable("AUTO_MIGRATE_ON_STARTUP", "off");
        try (ConfigurableApplicationContext shop = start.run()) {
            assertThat(shop.getBean(StartupResult.class).mode()).isEqualTo(StartupMode.UPGRADE);
        }
    }

    @Test
    void aNameThatIsNoSettingIsAnError() {
        assertThatThrownBy(() -> SpringStart.bare("flyway", "upgrade")
                        .with("switchback.statrup.mode", "verify")
                        .run())
                .extracting(SpringStartTest::root)
                .isInstanceOf(ConfigurationException.class)
                .asString()
                .contains("switchback.statrup.mode: Switchback has no such setting");
    }

    @Test
    void theSecondNameOfAVariableIsNoProperty() {
        assertThatThrownBy(() -> SpringStart.bare("flyway", "upgrade")
                        .with("switchback.health.cache-ttl", "5s")
                        .run())
                .extracting(SpringStartTest::root)
                .isInstanceOf(ConfigurationException.class)
                .asString()
                .contains("switchback.health.cache-ttl: Switchback has no such setting");
    }

    @Test
    void keepsThePasswordOfAUrlWithAnOpenPlaceholderToItself() {
        SpringStart start = SpringStart.bare("flyway", "upgrade")
                .with("switchback.direct-url", "postgres://app:s3cr3t-pw@${DB_HOST_THAT_NOBODY_SET}/late");

        assertThatThrownBy(start::run)
                .satisfies(e -> assertThat(root(e)).isInstanceOf(ConfigurationException.class))
                .hasStackTraceContaining("direct-url")
                .satisfies(e -> assertThat(Throwables.getStackTrace(e)).doesNotContain("s3cr3t-pw"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"flyway", "liquibase"})
    void migratesWhereTheServiceConnectionOfAContainerLeads(String engine) throws Exception {
        try (FreshDatabase database = new PostgresqlDatabase().fresh(folder)) {
            SpringStart start = SpringStart.bare(engine, "upgrade")
                    .beside(ContainerThatRuns.Configuration.class)
                    .prepared(context -> register(
                            (GenericApplicationContext) context,
                            "place",
                            ContainerThatRuns.Place.class,
                            () -> new ContainerThatRuns.Place(database)));
            try (ConfigurableApplicationContext shop = start.run()) {
                assertThat(shop.getBean(StartupResult.class).health().details())
                        .containsEntry("database", "PostgreSQL of the application");
            }
            assertThat(database.tables()).contains("book");
        }
    }

    @Test
    void asksWhichOfSeveralDataSourcesItIs() {
        assertThatThrownBy(() -> two(SpringStart.bare("flyway", "upgrade")).run())
                .extracting(SpringStartTest::root)
                .isInstanceOf(ConfigurationException.class)
                .asString()
                .contains("switchback.data-source: there are several DataSources and none is primary");
    }

    @Test
    void migratesTheOneThatIsNamed() throws Exception {
        SpringStart start = two(SpringStart.bare("flyway", "upgrade")).with("switchback.data-source", "second");
        try (ConfigurableApplicationContext shop = start.run()) {
            DataSource second = shop.getBean("second", DataSource.class);
            try (var connection = second.getConnection();
                    var rows = connection.createStatement().executeQuery("SELECT COUNT(*) FROM book")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(1);
            }
        }
    }

    /** {@code @Bean(defaultCandidate = false)}, as Spring Boot's manual writes a second DataSource. */
    @Test
    void migratesTheOneThatIsNamedAlsoIfItIsNoDefaultCandidate() throws Exception {
        JdbcDataSource second = new JdbcDataSource();
        second.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        SpringStart start = SpringStart.bare("flyway", "upgrade")
                .with("switchback.data-source", "second")
                .prepared(context -> ((GenericApplicationContext) context)
                        .registerBean(
                                "second",
                                DataSource.class,
                                () -> second,
                                bean -> ((AbstractBeanDefinition) bean).setDefaultCandidate(false)))
                .prepared(context ->
                        register((GenericApplicationContext) context, "first", DataSource.class, JdbcDataSource::new));
        try (ConfigurableApplicationContext shop = start.run();
                var connection = second.getConnection();
                var rows = connection.createStatement().executeQuery("SELECT COUNT(*) FROM book")) {
            assertThat(shop.getBean(StartupResult.class).ran()).isTrue();
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void saysWhichDataSourcesThereAreIfNoneHasTheName() {
        assertThatThrownBy(() -> two(SpringStart.bare("flyway", "upgrade"))
                        .with("switchback.data-source", "third")
                        .run())
                .extracting(SpringStartTest::root)
                .isInstanceOfSatisfying(ConfigurationException.class, e -> {
                    assertThat(e).hasMessageContaining("there is no DataSource of that name");
                    assertThat(e.nextStep()).isEqualTo("write one of first, second");
                });
    }

    @Test
    void migratesByAUrlOfItsOwn() {
        Path file = folder.resolve("own.db");
        SpringStart start = SpringStart.bare("flyway", "upgrade")
                .with("switchback.url", "sqlite:///" + file)
                .with("switchback.startup.create-database", "true");
        try (ConfigurableApplicationContext shop = start.run()) {
            assertThat(shop.getBean(StartupResult.class).health().details()).containsEntry("database", file.toString());
            assertThat(file).isNotEmptyFile();
        }
    }

    @ParameterizedTest
    @CsvSource({"off,fail", "upgrade,warn"})
    void startsWithoutItsDatabaseIfItMay(String mode, String onFailure) {
        SpringStart start = SpringStart.bare("flyway", mode)
                .with("spring.datasource.url", "jdbc:postgresql://127.0.0.1:1/shop")
                .with("spring.datasource.hikari.connection-timeout", "250")
                .with("switchback.startup.on-failure", onFailure);
        try (ConfigurableApplicationContext shop = start.run()) {
            assertThat(shop.getBean(StartupResult.class).health().status()).isEqualTo(HealthStatus.UNREACHABLE);
            assertThat(shop.getBean(MigrationHealth.class).check().details().get("message"))
                    .contains("cannot be reached")
                    .doesNotContain("Bean");
        }
    }

    /** What a command line would do, or {@code startup.create-database}, which is refused here, is no advice. */
    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://127.0.0.1:1/shop,to wait for it: connect.wait=60s",
        "jdbc:h2:mem:nowhere;IFEXISTS=TRUE,correct its name in the url of the DataSource"
    })
    void namesAsTheNextStepWhatAnApplicationCanDo(String url, String next) {
        SpringStart start = SpringStart.bare("flyway", "upgrade").with("spring.datasource.url", url);
        assertThatThrownBy(start::run)
                .extracting(SpringStartTest::refusal)
                .extracting(DatabaseAccessException::nextStep)
                .asString()
                .endsWith(next)
                .doesNotContain("switchback wait")
                .doesNotContain("create-database");
    }

    @Test
    void saysThatTheSchemaIsManaged() {
        try (ConfigurableApplicationContext shop =
                SpringStart.bare("flyway", "upgrade").run()) {
            assertThat(shop.getBean(SchemaManagementProvider.class).getSchemaManagement(shop.getBean(DataSource.class)))
                    .isEqualTo(SchemaManagement.MANAGED);
        }
    }

    private static Throwable root(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static DatabaseAccessException refusal(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseAccessException refused) {
                return refused;
            }
        }
        throw new AssertionError("not refused by the database", error);
    }

    private static SpringStart two(SpringStart start) {
        return start.prepared(context -> {
            for (String name : new String[] {"first", "second"}) {
                JdbcDataSource source = new JdbcDataSource();
                source.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
                register((GenericApplicationContext) context, name, DataSource.class, () -> source);
            }
        });
    }

    private static <T> void register(
            GenericApplicationContext context, String name, Class<T> type, Supplier<Object> bean) {
        context.registerBean(name, type, () -> type.cast(bean.get()));
    }
}
