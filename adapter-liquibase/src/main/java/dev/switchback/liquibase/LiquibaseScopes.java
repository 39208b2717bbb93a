package dev.switchback.liquibase;

import java.nio.file.Path;
import java.util.Map;
import liquibase.GlobalConfiguration;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.ChangeFactory;
import liquibase.database.Database;
import liquibase.executor.Executor;
import liquibase.executor.ExecutorService;
import liquibase.logging.core.NoOpLogService;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.CompositeResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.jspecify.annotations.Nullable;

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

    /** Runs the work in a quiet scope in which there are no files. */
    static <T> T withoutFiles(Work<T> work) throws Exception {
        return quietly(() -> Scope.child(Map.of(Scope.Attr.resourceAccessor.name(), new NoFiles()), work::run));
    }

    /**
     * Runs a command whose messages are wanted.
     *
     * @param messages takes them
     * @param root where the files of changelogs are looked for; null for the working directory
     * @param work the command
     */
    static <T> T talking(StringBuilder messages, @Nullable Path root, Work<T> work) throws Exception {
        // neither of the two keeps anything open
        ResourceAccessor files = new CompositeResourceAccessor(
                new DirectoryResourceAccessor(root == null ? Path.of("") : root),
                new ClassLoaderResourceAccessor(Scope.class.getClassLoader()));
        Map<String, Object> quiet = Map.of(
                Scope.Attr.ui.name(),
                new MessageUIService(messages),
                Scope.Attr.logService.name(),
                new NoOpLogService(),
                Scope.Attr.resourceAccessor.name(),
                files,
                "liquibase.analytics.enabled",
                false,
                GlobalConfiguration.DUPLICATE_FILE_MODE.getKey(),
                GlobalConfiguration.DuplicateFileMode.SILENT);
        return Scope.child(quiet, work::run);
    }

    /** Takes the messages for people. */
    private static final class MessageUIService extends LoggerUIService {

        private final StringBuilder messages;

        MessageUIService(StringBuilder messages) {
            this.messages = messages;
        }

        @Override
        public void sendMessage(String message) {
            messages.append(message).append('\n');
        }

        @Override
        public void sendErrorMessage(String message) {
            sendMessage(message);
        }

        @Override
        public void sendErrorMessage(String message, Throwable exception) {
            // the command throws it as well
        }
    }

    /** A change of that type, with nothing in it; null if Liquibase has no such type. */
    static @Nullable Change change(String type) {
        return Scope.getCurrentScope().getSingleton(ChangeFactory.class).create(type);
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
