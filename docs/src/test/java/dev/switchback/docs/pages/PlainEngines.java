package dev.switchback.docs.pages;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import java.util.stream.Stream;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.logging.core.NoOpLogService;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.flywaydb.core.Flyway;

/** Flyway and Liquibase as somebody uses them who has never heard of Switchback; on SQLite files. */
final class PlainEngines {

    private PlainEngines() {}

    /** Validates and migrates; returns how many migrations were applied. */
    static int flyway(Path folder, String dirs, String file) {
        String[] locations = Stream.of(dirs.split(",", -1))
                .map(dir -> "filesystem:" + folder.resolve(dir))
                .toArray(String[]::new);
        Flyway flyway = Flyway.configure()
                .dataSource("jdbc:sqlite:" + folder.resolve(file), "", "")
                .locations(locations)
                .load();
        return flyway.migrate().migrationsExecuted;
    }

    /** Updates; returns how many change sets were run. */
    static int liquibase(Path folder, String changelog, String file) throws Exception {
        Map<String, Object> quiet = Map.of(
                Scope.Attr.ui.name(),
                new LoggerUIService(),
                Scope.Attr.logService.name(),
                new NoOpLogService(),
                "liquibase.analytics.enabled",
                false);
        return Scope.child(quiet, () -> update(folder, changelog, file));
    }

    @SuppressWarnings("try")
    private static int update(Path folder, String changelog, String file) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(file));
                DirectoryResourceAccessor files = new DirectoryResourceAccessor(folder);
                Liquibase liquibase = new Liquibase(
                        changelog,
                        files,
                        DatabaseFactory.getInstance()
                                .findCorrectDatabaseImplementation(new JdbcConnection(connection)))) {
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            int unrun = liquibase
                    .listUnrunChangeSets(new Contexts(), new LabelExpression())
                    .size();
            liquibase.update(new Contexts());
            return unrun;
        }
    }
}
