package dev.switchback.docs.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.config.SettingsLoader;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.health.MigrationHealth;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.Target;
import dev.switchback.cli.Main;
import dev.switchback.cli.terminal.Environment;
import dev.switchback.docs.pages.Screen;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.Output;
import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever goes wrong, on whatever database and with either engine: no output has four characters of the password in a
 * row. The output is what the command line prints, as text, as JSON and with stack traces; what an embedding application
 * can read off errors, events, reports and settings; and what drivers write to the log of the JDK.
 */
final class SecretsTest {

    private static final long SEED = 20_261_125L;
    private static final String SPECIAL = "@:/?#%+&=, !*é";
    private static final List<String> ENGINES = List.of("flyway", "liquibase");
    private static final List<String> COMMANDS = List.of(
            "upgrade --debug", "upgrade --json", "status", "plan --json", "config --origin", "wait --wait=50ms");

    private static final List<Call> CALLS = List.of(
            MigrationManager::upgrade,
            manager -> MigrationHealth.of(manager).check(),
            MigrationManager::status,
            manager -> manager.plan(Direction.UP, Target.head()),
            manager -> manager.stamp(Target.parse("2")));

    private final Random random = new Random(SEED);

    @TempDir
    private Path folder;

    @Test
    void areNotShownWhenAUrlIsWrong() throws IOException {
        int cases = 0;
        for (int round = 0; round < 2; round++) {
            Canary canary = Canary.of(random, SPECIAL.replace(" ", ""));
            for (LeakCase each : new LeakCases(canary, folder).malformed()) {
                check(each, ENGINES, Level.ALL, canary);
                cases++;
            }
        }
        assertThat(cases).isGreaterThan(50);
    }

    @Test
    void areNotShownWhenNobodyAnswers() throws IOException {
        Canary canary = Canary.of(random, SPECIAL);
        for (LeakCase each : new LeakCases(canary, folder).unreachable()) {
            check(each, ENGINES, Level.ALL, canary);
        }
    }

    @Test
    void areNotShownWhenAFileIsWrong() throws Exception {
        Canary canary = Canary.of(random, SPECIAL);
        for (String engine : ENGINES) {
            Path files = Files.createDirectory(folder.resolve(engine));
            DriverManager.getConnection("jdbc:h2:" + files + "/locked", "sa", "right")
                    .close();
            DriverManager.getConnection("jdbc:h2:" + files + "/cipher;CIPHER=AES", "sa", "file user")
                    .close();
            Files.writeString(files.resolve("damaged.db"), "no database at all ".repeat(100));
        }
        for (LeakCase each : new LeakCases(canary, folder).embedded().toList()) {
            check(each, ENGINES, Level.ALL, canary);
        }
    }

    @Test
    void areNotShownByPostgresql() throws Exception {
        check(new PostgresqlDatabase(), "ALTER ROLE %s PASSWORD '%s'");
    }

    @Test
    void areNotShownByMariadb() throws Exception {
        check(new MariadbDatabase(), "ALTER USER '%s'@'%%' IDENTIFIED BY '%s'");
    }

    private void check(TestDatabase product, String changePassword) throws Exception {
        for (String engine : ENGINES) {
            // what # begins is a comment to MariaDB
            Canary canary = Canary.of(random, SPECIAL.replace("#", ""));
            Canary other = Canary.of(random, SPECIAL);
            try (FreshDatabase database = product.fresh(folder);
                    Connection admin = database.administer();
                    Statement statement = admin.createStatement()) {
                database.execute("CREATE TABLE busy (id INTEGER PRIMARY KEY)");
                database.execute("INSERT INTO busy (id) VALUES (1)");
                statement.execute(
                        changePassword.formatted(database.user(), canary.text().replace("'", "''")));
                // somebody is at work on the table
                admin.setAutoCommit(false);
                statement.execute("UPDATE busy SET id = 3 WHERE id = 1");
                for (LeakCase each : new LeakCases(canary, folder)
                        .withTheRightPassword(product.name(), url(database, canary), url(database, other))
                        .toList()) {
                    check(each.with("SWITCHBACK_ALLOW_NON_EMPTY", "true"), List.of(engine), Level.FINE, canary, other);
                }
                admin.rollback();
            }
        }
    }

    private static String url(FreshDatabase database, Canary password) {
        String url = database.url();
        return url.substring(0, url.indexOf("://") + 3) + database.user() + ":" + password.encoded()
                + url.substring(url.lastIndexOf('@'));
    }

    private void check(LeakCase each, List<String> engines, Level level, Canary... canaries) throws IOException {
        Path project = Files.createTempDirectory(folder, "project");
        Path migrations = Files.createDirectory(project.resolve("migrations"));
        Files.writeString(migrations.resolve("V1__leak.sql"), each.migration());
        for (String engine : engines) {
            Map<String, String> variables = each.variables(engine);
            variables.put("SWITCHBACK_CONNECT_TIMEOUT", "2s");
            String where = each + ", " + engine + ", seed " + SEED;
            String everything;
            JdkLog log = new JdkLog(level);
            try (Output printed = Output.capture()) {
                // what does not depend on the engine is looked at once
                boolean first = engine.equals(engines.get(0)) && !each.isSlow();
                String said = commandLine(each, first ? COMMANDS : COMMANDS.subList(0, 1), variables, project, where)
                        + application(each, variables, project);
                everything = said + printed.text();
            } finally {
                log.close();
            }
            for (Canary canary : canaries) {
                canary.assertNotIn(everything, where);
                canary.assertNotIn(log.text(), "the log of the JDK: " + where);
            }
        }
    }

    private static String commandLine(
            LeakCase each, List<String> commands, Map<String, String> variables, Path project, String where) {
        Environment environment = new Environment(variables, project, StandardCharsets.UTF_8, "17");
        StringBuilder said = new StringBuilder();
        for (String command : commands) {
            Screen screen = new Screen();
            int exitCode = Main.run(environment, screen, command.split(" "));
            said.append("$ ").append(command).append('\n').append(screen.text());
            if (command.startsWith("upgrade")) {
                assertThat(exitCode).as(where + "\n" + screen.text()).isEqualTo(each.exitCode());
            }
        }
        return said.toString();
    }

    @SuppressWarnings("ObjectToString") // that a builder says nothing of itself is a part of what is tested
    private static String application(LeakCase each, Map<String, String> variables, Path project) {
        StringBuilder seen = new StringBuilder();
        Switchback.Builder builder = Switchback.from(SettingsLoader.in(project).environment(variables))
                .listener(event -> seen.append(event).append('\n'));
        try {
            seen.append(builder)
                    .append(builder.settings())
                    .append(builder.settings().describe());
            seen.append(builder.settings().database()).append(builder.settings().secrets());
            try (MigrationManager manager = builder.open()) {
                seen.append(manager).append(manager.engine());
                for (Call call : each.isSlow() ? CALLS.subList(0, 1) : CALLS) {
                    call(call, manager, seen);
                }
            }
        } catch (SwitchbackException e) {
            seen.append(Surface.of(e));
        }
        return seen.toString();
    }

    /** A call of the API. */
    private interface Call {
        Object on(MigrationManager manager);
    }

    private static void call(Call call, MigrationManager manager, StringBuilder seen) {
        try {
            seen.append(call.on(manager)).append('\n');
        } catch (SwitchbackException e) {
            seen.append(Surface.of(e)).append('\n');
        }
    }
}
