package dev.switchback.liquibase;

import java.util.Map;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.executor.Executor;
import liquibase.executor.ExecutorService;
import liquibase.logging.core.NoOpLogService;
import liquibase.ui.LoggerUIService;

/**
 * The only class that touches Liquibase's scopes, which are its global state. Each call gets a child scope of its own
 * that prints nothing, logs nothing and sends nothing; no system property is set and nothing is left behind.
 */
final class LiquibaseScopes {

    /** The name under which Liquibase finds what sends statements to a database. */
    private static final String JDBC = "jdbc";

    private LiquibaseScopes() {}

    /**
     * Work inside a scope.
     *
     * @param <T> what comes out
     */
    interface Work<T> {
        T run() throws Exception;
    }

    /** Runs the work in a quiet scope; what it throws is Liquibase's, or what a caller of ours threw through it. */
    static <T> T quietly(Work<T> work) throws Exception {
        Map<String, Object> quiet = Map.of(
                Scope.Attr.ui.name(),
                new LoggerUIService(),
                Scope.Attr.logService.name(),
                new NoOpLogService(),
                "liquibase.analytics.enabled",
                false);
        return Scope.child(quiet, work::run);
    }

    /** What sends statements to the database. Liquibase keeps it until {@link #forget} is called. */
    static Executor executor(Database database) {
        return Scope.getCurrentScope().getSingleton(ExecutorService.class).getExecutor(JDBC, database);
    }

    /** Makes Liquibase forget a database, and with it the connection. */
    static void forget(Database database) {
        Scope.getCurrentScope().getSingleton(ExecutorService.class).clearExecutor(JDBC, database);
    }
}
