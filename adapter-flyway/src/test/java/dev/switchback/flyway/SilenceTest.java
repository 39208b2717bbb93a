package dev.switchback.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.core.port.MigrationSession;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our Flyway says nothing, and the application's own Flyway goes on logging where it is told to. */
final class SilenceTest {

    @TempDir
    Path temp;

    private TestDatabase database;
    private TestFolder folder;

    @BeforeEach
    void applicationHasAFlywayOfItsOwn() throws Exception {
        database = TestDatabase.in(temp, DatabaseKind.SQLITE);
        folder = new TestFolder(temp.resolve("migrations")).add("V1__a.sql", "CREATE TABLE a (id INT);\n");
    }

    @Test
    void neitherPrintsNorLogsAnything() throws Exception {
        applicationsFlyway();
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream captured = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            System.setErr(captured);
            database.up(folder.scripts());
        } finally {
            System.setOut(out);
            System.setErr(err);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(RecordingLogCreator.LINES).isEmpty();
    }

    @Test
    void letsTheApplicationsFlywayLogAfterARun() throws Exception {
        Flyway application = applicationsFlyway();
        database.up(folder.scripts());

        application.migrate();
        assertThat(RecordingLogCreator.LINES).anyMatch(line -> line.contains("No migration necessary"));
    }

    @Test
    void letsItLogAfterTwoRunsThatOverlap() throws Exception {
        Flyway application = applicationsFlyway();
        database.up(folder.scripts());
        try (Connection one = database.connect();
                Connection two = database.connect()) {
            MigrationSession first = database.engine().runner().begin(one);
            MigrationSession second = database.engine().runner().begin(two);
            first.close();
            application.info();
            assertThat(RecordingLogCreator.LINES).as("the second is still open").isEmpty();
            second.close();
            second.close();
        }

        application.migrate();
        assertThat(RecordingLogCreator.LINES).isNotEmpty();
    }

    @Test
    void leavesAFlywayAloneThatWasMadeDuringARun() throws Exception {
        database.up(folder.scripts());
        try (Connection connection = database.connect()) {
            MigrationSession session = database.engine().runner().begin(connection);
            Flyway application = applicationsFlyway();
            session.close();
            application.migrate();
        }

        assertThat(RecordingLogCreator.LINES).isNotEmpty();
    }

    private Flyway applicationsFlyway() {
        Flyway application = Flyway.configure()
                .configuration(database.plain(folder).getConfiguration())
                .loggers(RecordingLogCreator.class.getName())
                .load();
        // what it says while it is made
        RecordingLogCreator.LINES.clear();
        return application;
    }

    /** The application's own logging. */
    public static final class RecordingLogCreator implements LogCreator {
        static final List<String> LINES = new CopyOnWriteArrayList<>();

        /** For Flyway. */
        public RecordingLogCreator() {}

        @Override
        public Log createLogger(Class<?> type) {
            return new Log() {
                @Override
                public void debug(String message) {
                    LINES.add(message);
                }

                @Override
                public void info(String message) {
                    LINES.add(message);
                }

                @Override
                public void warn(String message) {
                    LINES.add(message);
                }

                @Override
                public void error(String message) {
                    LINES.add(message);
                }

                @Override
                public void error(String message, Exception e) {
                    LINES.add(message);
                }

                @Override
                public void notice(String message) {
                    LINES.add(message);
                }
            };
        }
    }
}
