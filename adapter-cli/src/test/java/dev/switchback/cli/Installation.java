package dev.switchback.cli;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Lays the launcher and the class path of this test out as the distribution does. */
final class Installation {
    private Installation() {}

    /** Returns the launcher. */
    static Path make(Path home) throws IOException {
        Path lib = Files.createDirectories(home.resolve("lib"));
        int number = 0;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            number++;
            if (Files.isRegularFile(path)) {
                Files.copy(path, lib.resolve(number + "-" + path.getFileName()));
            } else if (Files.isDirectory(path) && !path.endsWith("test-classes")) {
                pack(path, lib.resolve(number + "-classes.jar"));
            }
        }
        Path launcher = home.resolve("bin").resolve("switchback");
        Files.createDirectories(launcher.getParent());
        return Files.copy(
                Path.of("src", "main", "dist", "bin", "switchback"), launcher, StandardCopyOption.COPY_ATTRIBUTES);
    }

    /** A process in a project, without what the settings of this one say; it writes the files {@code out} and {@code err}. */
    static ProcessBuilder process(Path project, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectError(project.resolve("err").toFile())
                .redirectOutput(project.resolve("out").toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("SWITCHBACK_") || name.startsWith("DATABASE_"));
        environment.put(
                "SWITCHBACK_JAVA",
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        environment.put("SWITCHBACK_CACHE", "off");
        environment.put("SWITCHBACK_ENGINE", "flyway");
        return builder;
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> walk = Files.walk(classes)) {
            List<Path> files = walk.filter(Files::isRegularFile).toList();
            for (Path each : files) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(each).toString().replace(File.separatorChar, '/')));
                Files.copy(each, out);
                out.closeEntry();
            }
        }
    }
}
