package dev.switchback.liquibase;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.FastCheckService;
import liquibase.changelog.RanChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.lockservice.StandardLockService;
import liquibase.logging.core.NoOpLogService;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Liquibase as somebody uses it who has never heard of us, with an exported changelog. */
final class PlainLiquibase {

    private final Path root;
    private final Path changelog;
    private final Connector connector;

    PlainLiquibase(Project project, Path changelog) {
        this(project.root(), changelog, project::connect);
    }

    PlainLiquibase(Path root, Path changelog, Connector connector) {
        this.root = root;
        this.changelog = changelog;
        this.connector = connector;
    }

    /** How it connects. */
    interface Connector {
        Connection connect() throws SQLException;
    }

    /** The ids it would run. */
    List<String> pending() throws Exception {
        return with(liquibase -> liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression()).stream()
                .map(ChangeSet::getId)
                .toList());
    }

    /** The ids that it does not find in the changelog. */
    List<String> unexpected() throws Exception {
        return with(liquibase -> liquibase.listUnexpectedChangeSets(new Contexts(), new LabelExpression()).stream()
                .map(RanChangeSet::getId)
                .toList());
    }

    void update() throws Exception {
        with(liquibase -> {
            liquibase.update(new Contexts());
            return liquibase;
        });
    }

    /** Takes its lock as an update does, and holds it until the latch opens. */
    void hold(Runnable taken, CountDownLatch release) throws Exception {
        with(liquibase -> {
            StandardLockService service = new StandardLockService();
            service.setDatabase(liquibase.getDatabase());
            service.waitForLock();
            taken.run();
            release.await();
            service.releaseLock();
            return liquibase;
        });
    }

    void rollback(int count) throws Exception {
        with(liquibase -> {
            liquibase.rollback(count, "");
            return liquibase;
        });
    }

    private interface Work<T> {
        T run(Liquibase liquibase) throws Exception;
    }

    private <T> T with(Work<T> work) throws Exception {
        Map<String, Object> quiet = Map.of(
                Scope.Attr.ui.name(),
                new LoggerUIService(),
                Scope.Attr.logService.name(),
                new NoOpLogService(),
                "liquibase.analytics.enabled",
                false,
                // a second instead of ten
                "liquibase.changelogLockPollRate",
                1L,
                Scope.Attr.resourceAccessor.name(),
                new DirectoryResourceAccessor(root));
        return Scope.child(quiet, () -> {
            Scope.getCurrentScope().getSingleton(FastCheckService.class).clearCache();
            try (Connection connection = connector.connect()) {
                Database database =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                Liquibase liquibase = new Liquibase(
                        changelog.getFileName().toString(), new DirectoryResourceAccessor(root), database);
                liquibase.setShowSummary(UpdateSummaryEnum.OFF);
                return work.run(liquibase);
            }
        });
    }
}
