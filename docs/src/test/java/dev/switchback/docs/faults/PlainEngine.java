package dev.switchback.docs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.MigrationManager;
import dev.switchback.tck.FreshDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.FastCheckService;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.logging.core.NoOpLogService;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.flywaydb.core.Flyway;

/** The engine as somebody uses it who has never heard of Switchback, on what Switchback has left. */
final class PlainEngine {

    private PlainEngine() {}

    /** It accepts the database, finds nothing to do, and does nothing. */
    static void assertHasNothingToDo(Pair pair, Path project, FreshDatabase database) throws Exception {
        if (pair.engineId().equals("flyway")) {
            flyway(project, database);
        } else {
            liquibase(pair, project, database);
        }
        try (MigrationManager manager = pair.open(project, database.url())) {
            assertThat(manager.status().upToDate()).as("after the plain engine").isTrue();
        }
    }

    private static void flyway(Path project, FreshDatabase database) {
        Flyway flyway = Flyway.configure()
                .dataSource(database.dataSource())
                .locations("filesystem:" + project.resolve("migrations"))
                .loggers()
                .load();
        assertThat(flyway.validateWithResult().getAllErrorMessages()).isEmpty();
        assertThat(flyway.info().pending()).isEmpty();
        assertThat(flyway.migrate().migrationsExecuted).isZero();
    }

    @SuppressWarnings("try") // close() declares Exception
    private static void liquibase(Pair pair, Path project, FreshDatabase database) throws Exception {
        Path changelog = project.resolve("changelog.xml");
        try (MigrationManager manager = pair.open(project, database.url())) {
            manager.export("liquibase", changelog);
        }
        try (DirectoryResourceAccessor files = new DirectoryResourceAccessor(project)) {
            Map<String, Object> quiet = Map.of(
                    Scope.Attr.ui.name(),
                    new LoggerUIService(),
                    Scope.Attr.logService.name(),
                    new NoOpLogService(),
                    // what looks for unexpected changesets takes the files from here
                    Scope.Attr.resourceAccessor.name(),
                    files,
                    "liquibase.analytics.enabled",
                    false);
            Scope.child(quiet, () -> nothingToUpdate(files, changelog, database));
        }
    }

    @SuppressWarnings("try") // close() declares Exception
    private static void nothingToUpdate(DirectoryResourceAccessor files, Path changelog, FreshDatabase database)
            throws Exception {
        Scope.getCurrentScope().getSingleton(FastCheckService.class).clearCache();
        try (Connection connection = database.connection();
                Liquibase liquibase = new Liquibase(
                        changelog.getFileName().toString(),
                        files,
                        DatabaseFactory.getInstance()
                                .findCorrectDatabaseImplementation(new JdbcConnection(connection)))) {
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            assertThat(liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression()))
                    .isEmpty();
            assertThat(liquibase.listUnexpectedChangeSets(new Contexts(), new LabelExpression()))
                    .isEmpty();
            liquibase.update(new Contexts());
        }
    }
}
