package dev.switchback.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A start that finds nothing to do costs no engine. */
final class EngineClassesTest {

    @TempDir
    Path dir;

    /** The process that is looked at. */
    public static final class Starter {
        private Starter() {}

        /**
         * Starts.
         *
         * @param args the folder, the engine and the mode
         */
        public static void main(String[] args) {
            MigrateOnStartup.run(Switchback.configure()
                    .baseDir(Path.of(args[0]))
                    .engine(args[1])
                    .databaseUrl("sqlite:///app.db")
                    .set(ConfigKey.STARTUP_MODE, args[2]));
        }
    }

    @ParameterizedTest
    @CsvSource({"flyway,upgrade", "liquibase,upgrade", "flyway,verify", "liquibase,wait"})
    void areNotLoadedAtHead(String engine, String mode) throws Exception {
        Application application = Application.in(dir, engine);
        MigrateOnStartup.run(application.upgrading());

        assertThat(loaded(engine, mode))
                .anyMatch(line -> line.contains("dev.switchback.core."))
                .noneMatch(line -> line.contains(" org.flywaydb.") || line.contains(" liquibase."));
    }

    /** Each class of ours costs every start of every application: what is needed for something else is made for that. */
    @ParameterizedTest
    @ValueSource(strings = {"flyway", "liquibase"})
    void areFewOfOurs(String engine) throws Exception {
        MigrateOnStartup.run(Application.in(dir, engine).upgrading());

        List<String> ours = loaded(engine, "upgrade").stream()
                .filter(line -> line.contains(" dev.switchback."))
                .toList();
        assertThat(ours)
                .filteredOn(line -> !line.contains("$$Lambda"))
                .hasSizeBetween(150, 215)
                .noneMatch(line -> line.contains(".core.domain.ddl.") || line.contains("Exporter "));
        // a function that is passed on is a class that the JVM makes in every process anew
        assertThat(ours).filteredOn(line -> line.contains("$$Lambda")).hasSizeLessThanOrEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"flyway, org.flywaydb.", "liquibase, liquibase."})
    void areLoadedWhenThereIsSomethingToApply(String engine, String prefix) throws Exception {
        Application application = Application.in(dir, engine);
        MigrateOnStartup.run(application.upgrading());
        application.write("V3__more.sql", "CREATE TABLE more (id INTEGER);\n");

        assertThat(loaded(engine, "upgrade")).anyMatch(line -> line.contains(" " + prefix));
    }

    private List<String> loaded(String engine, String mode) throws Exception {
        Path log = dir.resolve("classes.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + log,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName(),
                        dir.toString(),
                        engine,
                        mode)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return Files.readAllLines(log);
    }
}
