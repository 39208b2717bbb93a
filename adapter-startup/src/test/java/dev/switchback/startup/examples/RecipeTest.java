package dev.switchback.startup.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe of the page for services without Spring compiles as it stands there, and does what it says. */
final class RecipeTest {

    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("public (?:final )?class (\\w+)");
    private static final String MAIN = """
            public class Main {
                public static void main(String[] args) throws Exception {
                    try (ShopDatabase database = new ShopDatabase();
                            var connection = database.dataSource().getConnection();
                            var rows = connection.createStatement().executeQuery("SELECT COUNT(*) FROM book")) {
                        rows.next();
                        System.out.println("ready " + database.ready() + ", books " + rows.getInt(1));
                    }
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void migratesGivesConnectionsAndKnowsItsHealth() throws Exception {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString()));
        for (MatchResult block : BLOCK.matcher(page()).results().toList()) {
            arguments.add(write(block.group(1)));
        }
        assertThat(arguments).hasSize(7);
        arguments.add(write(MAIN));
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, errors, arguments.toArray(String[]::new)))
                .as(errors.toString(StandardCharsets.UTF_8))
                .isZero();

        assertThat(run(classes)).contains("applied 2 of 2 pending", "ready true, books 1");
    }

    private String run(Path classes) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classes + File.pathSeparator + System.getProperty("java.class.path"),
                        "Main")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("DATABASE_URL", "sqlite:///shop.db");
        builder.environment().put("SWITCHBACK_ENGINE", "flyway");
        builder.environment().put("SWITCHBACK_DIRS", "classpath:db/migration");
        builder.environment().put("SWITCHBACK_STARTUP_CREATE_DATABASE", "true");
        builder.environment().put("AUTO_MIGRATE_ON_STARTUP", "true");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private String write(String source) throws Exception {
        Matcher name = CLASS.matcher(source);
        assertThat(name.find()).isTrue();
        return Files.writeString(folder.resolve(name.group(1) + ".java"), source)
                .toString();
    }

    private static String page() throws Exception {
        return Files.readString(Example.root().resolve("docs/how-to/start-a-java-service.md"));
    }
}
