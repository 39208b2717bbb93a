package dev.switchback.docs.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.logging.core.NoOpLogService;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Plain Liquibase on the exported changelog, without its output and without its network calls. */
@SuppressWarnings({"deprecation", "try"
}) // the calls that every embedder of Liquibase 4 makes; its close() declares Exception
record LiquibaseTool(Path folder, String url) implements Tool {

    @Override
    public void status() throws Exception {
        with(liquibase -> liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression()));
    }

    @Override
    public void upgrade() throws Exception {
        with(liquibase -> liquibase.update(new Contexts()));
    }

    private interface Work {
        void on(Liquibase liquibase) throws Exception;
    }

    private void with(Work work) throws Exception {
        Map<String, Object> quiet = new HashMap<>();
        quiet.put(Scope.Attr.ui.name(), new LoggerUIService());
        quiet.put(Scope.Attr.logService.name(), new NoOpLogService());
        quiet.put("liquibase.analytics.enabled", false);
        Scope.child(quiet, () -> {
            try (Connection connection = DriverManager.getConnection(url);
                    DirectoryResourceAccessor files =
                            new DirectoryResourceAccessor(Objects.requireNonNull(folder.getParent()));
                    Liquibase liquibase = new Liquibase(
                            "changelog.xml",
                            files,
                            DatabaseFactory.getInstance()
                                    .findCorrectDatabaseImplementation(new JdbcConnection(connection)))) {
                work.on(liquibase);
            }
        });
    }
}
