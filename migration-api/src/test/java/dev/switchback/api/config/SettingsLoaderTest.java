package dev.switchback.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.error.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsLoaderTest {
    @TempDir
    Path dir;

    @Test
    void theStrongestPlaceWins() throws IOException {
        write("switchback.properties", "schema=file\n");
        assertSchema(loader(), "file", "switchback.properties line 1");

        write("switchback-prod.properties", "# profile\nschema = profile\n");
        assertSchema(loader().profile("prod"), "profile", "switchback-prod.properties line 2");

        write(".env", "\nSWITCHBACK_SCHEMA=dotenv\n");
        assertSchema(loader().profile("prod"), "dotenv", ".env line 2");

        SettingsLoader withEnvironment = loader().profile("prod").environment(Map.of("SWITCHBACK_SCHEMA", "env"));
        assertSchema(withEnvironment, "env", "environment SWITCHBACK_SCHEMA");

        assertSchema(withEnvironment.explicit(ConfigKey.SCHEMA, "option", "--schema"), "option", "explicit --schema");
    }

    @Test
    void theFileOfTheUserIsTheWeakestPlace() throws IOException {
        Path own =
                Files.createDirectories(dir.resolve("home/.config/switchback")).resolve("switchback.properties");
        Files.writeString(own, "schema=mine\nengine=flyway\n");
        Map<String, String> atHome = Map.of("HOME", dir.resolve("home").toString());
        assertSchema(loader().environment(atHome), "mine", own + " line 1");

        write("switchback.properties", "schema=file\n");
        assertSchema(loader().environment(atHome), "file", "switchback.properties line 1");
        assertThat(loader().environment(atHome).load().get(ConfigKey.ENGINE)).isEqualTo("flyway");

        Path elsewhere = Files.createDirectories(dir.resolve("xdg/switchback")).resolve("switchback.properties");
        Files.writeString(elsewhere, "engine=liquibase\n");
        Map<String, String> moved = Map.of(
                "HOME",
                dir.resolve("home").toString(),
                "XDG_CONFIG_HOME",
                dir.resolve("xdg").toString());
        assertThat(loader().environment(moved).load().get(ConfigKey.ENGINE)).isEqualTo("liquibase");
        assertThat(loader().environment(Map.of("XDG_CONFIG_HOME", "xdg")).load().get(ConfigKey.ENGINE))
                .isEqualTo("auto");
    }

    @Test
    void aCopyReadsTheSameFiles() throws IOException {
        write("other.properties", "schema=other\n");
        write("other.env", "SWITCHBACK_ENGINE=flyway\n");
        Settings settings = loader().configFile(Path.of("other.properties"))
                .envFiles(List.of(Path.of("other.env")))
                .copy()
                .load();
        assertThat(settings.get(ConfigKey.SCHEMA)).contains("other");
        assertThat(settings.get(ConfigKey.ENGINE)).isEqualTo("flyway");
    }

    @Test
    void everyEnvFileIsToldByItsName() throws IOException {
        write("base.env", "SWITCHBACK_SCHEMA=base\nSWITCHBACK_ENGINE=flyway\n");
        write("prod.env", "\n\nSWITCHBACK_SCHEMA=prod\n");
        SettingsLoader loader = loader().envFiles(List.of(Path.of("base.env"), Path.of("prod.env")));
        assertSchema(loader, "prod", "prod.env line 3");
        assertThat(loader.load().origin(ConfigKey.ENGINE)).hasToString("base.env line 2");

        write("prod.env", "\n\nhunter2\n");
        assertMessage(loader, "prod.env: line 3: there is no =");
        write("prod.env", "\n\nSWITCHBACK_POOL=on\n");
        assertMessage(loader, "pool: prod.env line 3: \"on\" is neither true nor false");
    }

    private static void assertSchema(SettingsLoader loader, String value, String origin) {
        Settings settings = loader.load();
        assertThat(settings.get(ConfigKey.SCHEMA)).contains(value);
        assertThat(settings.origin(ConfigKey.SCHEMA)).hasToString(origin);
    }

    @Test
    void withoutAnythingAllIsDefault() {
        Settings settings = loader().load();

        assertThat(settings.get(ConfigKey.URL).file()).contains(dir.resolve("switchback.db"));
        assertThat(settings.get(ConfigKey.LOCK_TIMEOUT)).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.get(ConfigKey.DIRS)).isEqualTo(List.of("migrations"));
        assertThat(settings.get(ConfigKey.MISSING)).isEqualTo(MissingPolicy.FAIL);
        assertThat(settings.get(ConfigKey.STARTUP_MODE)).isEqualTo(StartupMode.OFF);
        assertThat(ConfigKey.all())
                .allSatisfy(key -> assertThat(settings.origin(key)).hasToString("default"));
    }

    @Test
    void theNameWithThePrefixWinsOverTheSharedOne() {
        Settings settings = loader().environment(
                        Map.of("DATABASE_URL", "sqlite:///a.db", "SWITCHBACK_DATABASE_URL", "sqlite:///b.db"))
                .load();

        assertThat(settings.get(ConfigKey.URL).displayName())
                .isEqualTo(dir.resolve("b.db").toString());
        assertThat(settings.origin(ConfigKey.URL)).hasToString("environment SWITCHBACK_DATABASE_URL");
    }

    @Test
    void theProfileCanComeFromTheEnvironment() throws IOException {
        write("switchback-prod.properties", "engine=flyway");

        Settings settings =
                loader().environment(Map.of("SWITCHBACK_PROFILE", "prod")).load();

        assertThat(settings.get(ConfigKey.ENGINE)).isEqualTo("flyway");
    }

    @Test
    void theProfileCanComeFromDotEnvAndTheEnvironmentWins() throws IOException {
        write("switchback-prod.properties", "engine=flyway");
        write("switchback-test.properties", "engine=liquibase");
        write(".env", "SWITCHBACK_PROFILE=test");

        assertThat(loader().load().get(ConfigKey.ENGINE)).isEqualTo("liquibase");
        assertThat(loader().environment(Map.of("SWITCHBACK_PROFILE", "prod"))
                        .load()
                        .get(ConfigKey.ENGINE))
                .isEqualTo("flyway");
    }

    @Test
    void theSystemLoaderReadsTheEnvironmentOfThisProcess() throws IOException {
        write(".env", "SWITCHBACK_PASSWORD=\"<${PATH}>\"\n");

        Settings settings = SettingsLoader.system().baseDir(dir).load();

        assertThat(settings.get(ConfigKey.PASSWORD)).contains(Secret.of("<" + System.getenv("PATH") + ">"));
    }

    @Test
    void anAbsentProfileIsAnError() {
        assertMessage(loader().profile("prod"), "profile: there is no switchback-prod.properties");
        assertMessage(loader().profile("../x"), "profile: \"../x\"");
    }

    @Test
    void anEmptyVariableIsNotSet() {
        Settings settings = loader().environment(Map.of("SWITCHBACK_POOL", "", "DIRECT_DATABASE_URL", ""))
                .load();

        assertThat(settings.origin(ConfigKey.POOL)).hasToString("default");
        assertThat(settings.get(ConfigKey.DIRECT_URL)).isEmpty();
    }

    @Test
    void anEmptyUrlIsNotTheDefaultDatabase() {
        assertMessage(
                loader().environment(Map.of("DATABASE_URL", "")), "url: environment DATABASE_URL: the URL is empty");
    }

    @Test
    void anUnknownVariableIsAnErrorWithASuggestion() {
        ConfigurationException error = catchThrowableOfType(
                ConfigurationException.class,
                () -> loader().environment(Map.of("SWITCHBACK_LOCK_TIMEOT", "5s"))
                        .load());

        assertThat(error).hasMessageContaining("SWITCHBACK_LOCK_TIMEOT: no setting has this name");
        assertThat(error.nextStep()).isEqualTo("did you mean SWITCHBACK_LOCK_TIMEOUT?");
    }

    @Test
    void variablesOfTheLauncherAndOfTestsAreNotSettings() {
        Settings settings = loader().environment(Map.of(
                        "SWITCHBACK_JAVA", "x",
                        "SWITCHBACK_JAVA_OPTS", "x",
                        "SWITCHBACK_STDOUT_TTY", "x",
                        "SWITCHBACK_STDERR_TTY", "x",
                        "SWITCHBACK_TEST_POSTGRES_URL", "x",
                        "OTHER", "x"))
                .load();

        assertThat(settings.origin(ConfigKey.URL)).hasToString("default");
    }

    @Test
    void anUnknownNameInAFileIsAnErrorWithLineAndSuggestion() throws IOException {
        write("switchback.properties", "# x\nengine=auto\nout-of-ordr=apply\n");

        ConfigurationException error = catchThrowableOfType(ConfigurationException.class, () -> loader().load());

        assertThat(error).hasMessage("out-of-ordr: no setting has this name (switchback.properties line 3)");
        assertThat(error.nextStep()).isEqualTo("did you mean out-of-order?");
    }

    @Test
    void aNameLikeNoOtherIsNotRepeated() throws IOException {
        write("switchback.properties", "hunter2correcthorse=x\n");
        assertMessage(loader(), "switchback.properties line 1: no setting has the name that stands there");

        write("switchback.properties", "");
        write(".env", "SWITCHBACK_PASSWORDhunter2correct=x");
        assertMessage(loader(), ".env line 1: no setting has the name that stands there");
    }

    @Test
    void malformedFilesAreErrors() throws IOException {
        write("switchback.properties", "hunter2\n");
        assertMessage(loader(), "switchback.properties: line 1 is not of the form name=value");
        write("switchback.properties", "password hunter2=\n");
        assertMessage(loader(), "switchback.properties: line 1 is not of the form name=value");
        write("switchback.properties", "\npassword=hunter\\u2\n");
        assertMessage(loader(), "switchback.properties: line 2 has a malformed \\u escape");
        write("switchback.properties", "engine=auto\nengine=flyway\n");
        assertMessage(loader(), "engine: the setting is given a second time (switchback.properties line 2)");
        Files.write(dir.resolve("switchback.properties"), "schema=é".getBytes(StandardCharsets.ISO_8859_1));
        assertMessage(loader(), "switchback.properties: the file is not UTF-8");
        Files.write(dir.resolve("switchback.properties"), new byte[(1 << 20) + 1]);
        assertMessage(loader(), "switchback.properties: the file is larger than 1 MiB");
        Files.delete(dir.resolve("switchback.properties"));
        Files.createDirectory(dir.resolve("switchback.properties"));
        assertMessage(loader(), "switchback.properties: the file cannot be read");
    }

    @Test
    void readsPropertiesAsJavaDoes() throws IOException {
        write(
                "switchback.properties",
                "\uFEFF! comment \\\r\nschema = a\\\r\n   b\r\nusername:\\u00e9\\\\\r\n\r\npassword =  x \r\n");

        Settings settings = loader().load();

        assertThat(settings.get(ConfigKey.SCHEMA)).contains("ab");
        assertThat(settings.get(ConfigKey.USERNAME)).contains("é\\");
        assertThat(settings.get(ConfigKey.PASSWORD)).contains(Secret.of("x "));
        assertThat(settings.origin(ConfigKey.USERNAME)).hasToString("switchback.properties line 4");
    }

    @Test
    void aFolderNamedDotEnvIsAPythonEnvironment() throws IOException {
        Files.createDirectory(dir.resolve(".env"));

        assertThat(loader().load().origin(ConfigKey.URL)).hasToString("default");
    }

    @Test
    void valuesOfTheWrongTypeNameKeyAndPlace() {
        assertMessage(
                loader().environment(Map.of("SWITCHBACK_LOCK_TIMEOUT", "5 parsecs")),
                "lock.timeout: environment SWITCHBACK_LOCK_TIMEOUT: \"5 parsecs\" is not a duration");
        assertMessage(
                loader().explicit(ConfigKey.OUT_OF_ORDER, "skip", "--out-of-order"),
                "out-of-order: explicit --out-of-order: \"skip\" is not one of refuse, warn, apply");
        assertMessage(loader().explicit(ConfigKey.POOL, "\u001b[31mon"), "pool: \"?[31mon\" is neither true nor false");
        assertMessage(loader().explicit(ConfigKey.DIRS, "a,,b"), "dirs: the list of folders has an empty entry");
        assertMessage(loader().explicit(ConfigKey.DIRS, "filesystem:a"), "dirs: \"filesystem:a\" has a prefix");
        // half of a pair of characters: no file system has that in a name
        assertMessage(loader().explicit(ConfigKey.DIRS, "a,b\ud83d"), "dirs: \"b?\" is not a path");
        assertMessage(loader().explicit(ConfigKey.ENGINE, "fly way"), "engine: \"fly way\" cannot be");
        assertMessage(loader().explicit(ConfigKey.SCHEMA, ""), "schema: the value is empty");
        assertMessage(
                loader().environment(Map.of("DIRECT_DATABASE_URL", "postgres://u:hunter2@h:x/db")),
                "direct-url: environment DIRECT_DATABASE_URL: the port is not a number");
    }

    @Test
    void readsListsAndWords() {
        Settings settings = loader().explicit(ConfigKey.DIRS, "a, classpath:db/migration , C:\\b")
                .explicit(ConfigKey.INTEGRITY, "Require-If-Present")
                .explicit(ConfigKey.ALLOW_NON_EMPTY, "YES")
                .load();

        assertThat(settings.get(ConfigKey.DIRS)).isEqualTo(List.of("a", "classpath:db/migration", "C:\\b"));
        assertThat(settings.get(ConfigKey.INTEGRITY)).isEqualTo(IntegrityPolicy.REQUIRE_IF_PRESENT);
        assertThat(settings.get(ConfigKey.ALLOW_NON_EMPTY)).isTrue();
    }

    @Test
    void placeholdersMergeAcrossPlaces() throws IOException {
        write("switchback.properties", "placeholders.tablePrefix=t_\nplaceholders.a.b-c=1\nplaceholders.kept=2\n");
        write(".env", "SWITCHBACK_PLACEHOLDER_A_B_C=3");

        Settings settings = loader().environment(
                        Map.of("SWITCHBACK_PLACEHOLDER_TABLEPREFIX", "u_", "SWITCHBACK_PLACEHOLDER_NEW", ""))
                .explicitPlaceholder("kept", "4")
                .load();

        assertThat(settings.placeholders())
                .isEqualTo(Map.of("tablePrefix", "u_", "a.b-c", "3", "kept", "4", "new", ""));
        assertThatThrownBy(() -> loader().explicitPlaceholder("a b", "x")).isInstanceOf(ConfigurationException.class);
        assertMessage(
                loader().environment(Map.of("SWITCHBACK_PLACEHOLDER_", "x")),
                "placeholders: environment SWITCHBACK_PLACEHOLDER_");
    }

    @Test
    void placeholdersThatDifferInCaseOnlyAreToldWithTheirPlaces() throws IOException {
        write("switchback.properties", "placeholders.tablePrefix=hunter_\n");
        write("switchback-prod.properties", "\nplaceholders.TablePrefix=hunter2_\n");
        SettingsLoader loader = loader().profile("prod");

        assertMessage(
                loader,
                "placeholders: TablePrefix (switchback-prod.properties line 2) and tablePrefix (switchback.properties"
                        + " line 1) differ in upper and lower case only");
        assertThatThrownBy(loader::load)
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        error -> assertThat(error.nextStep())
                                .isEqualTo("keep one of the two, or give one another name"));
        assertMessage(
                loader().explicitPlaceholder("TABLEPREFIX", "hunter3_"),
                "placeholders: TABLEPREFIX (explicit) and tablePrefix (switchback.properties line 1) differ");
    }

    @Test
    void loadingWritesNothing() throws IOException {
        loader().load();

        try (var files = Files.list(dir)) {
            assertThat(files).isEmpty();
        }
    }

    private SettingsLoader loader() {
        return SettingsLoader.in(dir);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(dir.resolve(name), text);
    }

    private static void assertMessage(SettingsLoader loader, String start) {
        assertThatThrownBy(loader::load)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(start)
                .hasMessageNotContaining("hunter")
                .hasNoCause();
    }
}
