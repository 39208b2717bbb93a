package dev.switchback.startup.examples;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.Repackager;

/** A service as one file, made as the two usual ways of packaging make it. */
public final class OneJar {

    private static final String SERVICES = "META-INF/services/";

    private OneJar() {}

    /**
     * As Spring Boot's plugins package it, by the same class: jars in a jar, and a loader.
     *
     * @param example the compiled service
     * @param folder where to put it
     * @return the file
     * @throws IOException if it cannot be written
     */
    public static Path executable(Example example, Path folder) throws IOException {
        Path parts = Files.createDirectory(folder.resolve("parts"));
        Path source = jarOf(example.classes(), parts.resolve("application.jar"));
        List<Path> libraries = new ArrayList<>();
        for (Path entry : entries()) {
            boolean jar = Files.isRegularFile(entry);
            libraries.add(jar ? entry : jarOf(entry, parts.resolve("module-" + libraries.size() + ".jar")));
        }
        Path target = folder.resolve("executable.jar");
        Repackager repackager = new Repackager(source.toFile());
        repackager.setMainClass(example.mainClass());
        repackager.repackage(target.toFile(), callback -> {
            for (Path library : libraries) {
                callback.library(new Library(library.toFile(), LibraryScope.RUNTIME));
            }
        });
        return target;
    }

    /**
     * As Maven's shade plugin or Gradle's shadow plugin package it: all classes side by side, without Spring.
     *
     * @param example the compiled service
     * @param folder where to put it
     * @param merged whether files of the same name in {@code META-INF/services} become one; else the first stays
     * @return the file
     * @throws IOException if it cannot be written
     */
    static Path shaded(Example example, Path folder, boolean merged) throws IOException {
        Path target = folder.resolve("shaded.jar");
        Map<String, byte[]> services = new LinkedHashMap<>();
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(target), manifest(example.mainClass()))) {
            out.setLevel(Deflater.BEST_SPEED);
            Set<String> names = new HashSet<>();
            for (Path entry : Stream.concat(Stream.of(example.classes()), entries().stream())
                    .filter(e -> !e.toString().matches(".*/(org/springframework|org/apache/tomcat|io/micrometer)/.*"))
                    .toList()) {
                Path jar = Files.isRegularFile(entry) ? entry : jarOf(entry, folder.resolve("part.jar"));
                copy(jar, out, names, services, merged);
            }
            for (Map.Entry<String, byte[]> service : services.entrySet()) {
                out.putNextEntry(new JarEntry(service.getKey()));
                out.write(service.getValue());
            }
        }
        return target;
    }

    private static void copy(
            Path from, JarOutputStream out, Set<String> names, Map<String, byte[]> services, boolean merged)
            throws IOException {
        try (JarFile jar = new JarFile(from.toFile())) {
            for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
                JarEntry entry = all.nextElement();
                String name = entry.getName();
                if (entry.isDirectory()
                        || name.matches("META-INF/(MANIFEST\\.MF|.*\\.(SF|RSA|DSA))|.*module-info\\.class")) {
                    continue;
                }
                try (InputStream in = jar.getInputStream(entry)) {
                    if (name.startsWith(SERVICES)) {
                        byte[] text = in.readAllBytes();
                        services.merge(name, text, (first, second) -> merged ? lines(first, second) : first);
                    } else if (names.add(name)) {
                        out.putNextEntry(new JarEntry(name));
                        in.transferTo(out);
                    }
                }
            }
        }
    }

    private static byte[] lines(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + 1 + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        both[first.length] = '\n';
        System.arraycopy(second, 0, both, first.length + 1, second.length);
        return both;
    }

    private static List<Path> entries() {
        return Stream.of(Example.classPath().split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(Files::exists)
                .distinct()
                .toList();
    }

    private static Manifest manifest(String mainClass) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
        return manifest;
    }

    /** With entries for folders, as build tools write them. */
    private static Path jarOf(Path classes, Path target) throws IOException {
        try (OutputStream file = Files.newOutputStream(target);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            for (Path path : all.filter(p -> !p.equals(classes)).sorted().toList()) {
                boolean folder = Files.isDirectory(path);
                out.putNextEntry(new JarEntry(classes.relativize(path) + (folder ? "/" : "")));
                if (!folder) {
                    Files.copy(path, out);
                }
            }
        }
        return target;
    }
}
