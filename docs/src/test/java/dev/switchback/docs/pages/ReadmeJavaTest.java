package dev.switchback.docs.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.docs.Repository;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of README compiles against the API, and does what it says. */
final class ReadmeJavaTest {

    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @TempDir
    Path folder;

    @Test
    void runsWithBothEngines() throws Exception {
        String snippet = MarkdownPage.read("README.md").blocks("java").get(0).text();
        for (String engine : List.of("flyway", "liquibase")) {
            String located = snippet.replace("\"flyway\"", "\"" + engine + "\"")
                    .replace("sqlite:///switchback.db", "sqlite:///" + folder.resolve(engine + ".db"))
                    .replace(
                            "\"migrations\", \"sqlite\"",
                            "\"" + quickstart("migrations") + "\", \"" + quickstart("sqlite") + "\"");
            assertThat(located).contains(engine + ".db").contains(quickstart("sqlite"));

            assertThat(run(located)).isEqualTo("10 up, 1 down, now at Optional[20260122093000]");
        }
    }

    private static String quickstart(String name) {
        return Repository.root()
                .resolve("docs/examples/quickstart")
                .resolve(name)
                .toString();
    }

    private String run(String snippet) throws Exception {
        Path classes = Files.createTempDirectory(folder, "classes");
        Path source = Files.writeString(classes.resolve("Readme.java"), """
                import dev.switchback.api.*;
                import dev.switchback.api.model.*;

                public class Readme {
                    public static void run() {
                """ + snippet + "    }\n}\n");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int result = compiler.run(
                null, null, errors, "-proc:none", "-cp", CLASS_PATH, "-d", classes.toString(), source.toString());
        assertThat(result).as(errors.toString(StandardCharsets.UTF_8)).isZero();

        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try (URLClassLoader loader = new URLClassLoader(
                Stream.of(classes.toUri().toURL()).toArray(URL[]::new),
                getClass().getClassLoader())) {
            Method run = loader.loadClass("Readme").getMethod("run");
            run.invoke(null);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8).strip();
    }
}
