package dev.switchback.startup.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A project of {@code docs/examples}, compiled with the class path that these tests run with.
 *
 * @param classes where its classes and resources are
 * @param mainClass what is started
 */
public record Example(Path classes, String mainClass) {

    /** What these tests have and the examples have not. */
    private static final Pattern NOT_OF_THE_EXAMPLE = Pattern.compile(
            ".*/(test-classes|[^/]*(hibernate|-data-|spring-orm|persistence|jpa|jooq|smallrye|testcontainers)[^/]*)/?");

    /**
     * Compiles it.
     *
     * @param name the folder of the project
     * @param mainClass what is started
     * @param target where to put the classes
     * @return the project, ready to start
     * @throws IOException if a file cannot be read or written
     */
    public static Example compile(String name, String mainClass, Path target) throws IOException {
        Path project = root().resolve("docs/examples").resolve(name).resolve("src/main");
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-parameters", "--release", "17", "-cp", classPath(), "-d", target.toString()));
        try (Stream<Path> sources = Files.walk(project.resolve("java"))) {
            sources.map(Path::toString).filter(f -> f.endsWith(".java")).forEach(arguments::add);
        }
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, errors, arguments.toArray(String[]::new));
        assertThat(result).as(errors.toString(StandardCharsets.UTF_8)).isZero();
        Path resources = project.resolve("resources");
        try (Stream<Path> files = Files.walk(resources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(resources.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling(""));
                Files.copy(file, copy);
            }
        }
        return new Example(target, mainClass);
    }

    static Path root() {
        Path dir = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(dir.resolve("docs/examples"))) {
            dir = dir.resolve("..").normalize();
        }
        return dir;
    }

    static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator, -1))
                .filter(entry -> !NOT_OF_THE_EXAMPLE.matcher(entry).matches())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * Starts it.
     *
     * @param folder its working directory
     * @param environment its variables
     * @return the process
     * @throws IOException if it cannot be started
     */
    public Service start(Path folder, Map<String, String> environment) throws IOException {
        Path log = Files.createTempFile(folder, "service", ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        classes + File.pathSeparator + classPath(),
                        mainClass)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SWITCHBACK_"));
        builder.environment().putAll(environment);
        return new Service(builder.start(), log);
    }
}
