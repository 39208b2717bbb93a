package dev.switchback.core.entities;

import dev.switchback.api.error.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The classes of packages that Jakarta Persistence has to know. Loads them and initialises none. */
final class EntityClasses {

    private static final Set<String> MARKS = Set.of(
            "jakarta.persistence.Entity",
            "jakarta.persistence.Embeddable",
            "jakarta.persistence.MappedSuperclass",
            "jakarta.persistence.Converter");

    private EntityClasses() {}

    static List<String> in(ClassLoader loader, List<String> packages) {
        Set<String> found = new TreeSet<>();
        for (String name : packages) {
            for (String candidate : names(loader, name)) {
                if (isMarked(loader, candidate)) {
                    found.add(candidate);
                }
            }
        }
        if (found.isEmpty()) {
            throw new ConfigurationException(
                    "entities.packages",
                    "there is no class with @Entity in " + String.join(", ", packages),
                    "name the packages of the entities, and on entities.classpath the folder or jar they are in");
        }
        return List.copyOf(found);
    }

    private static boolean isMarked(ClassLoader loader, String name) {
        try {
            for (Annotation annotation : Class.forName(name, false, loader).getAnnotations()) {
                if (MARKS.contains(annotation.annotationType().getName())) {
                    return true;
                }
            }
        } catch (ClassNotFoundException | LinkageError e) {
            if (saysThatItIsMarked(loader, name)) {
                throw unloadable(name, e);
            }
        }
        return false;
    }

    /** Of a class that cannot be loaded, its file tells: there an annotation stands with its type. */
    private static boolean saysThatItIsMarked(ClassLoader loader, String name) {
        try (InputStream file = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
            String content = file == null ? "" : new String(file.readAllBytes(), StandardCharsets.ISO_8859_1);
            return MARKS.stream().anyMatch(mark -> content.contains("L" + mark.replace('.', '/') + ";"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without it, its table would not be wanted any more. */
    private static ConfigurationException unloadable(String name, Throwable cause) {
        boolean missing = cause instanceof NoClassDefFoundError || cause instanceof ClassNotFoundException;
        String said = String.valueOf(cause.getMessage());
        return new ConfigurationException(
                "entities.classpath",
                "the entity " + name + " cannot be loaded: "
                        + (missing ? said.replace('/', '.') + " is not there" : said),
                "put the folder or jar of what it needs on entities.classpath too");
    }

    private static Set<String> names(ClassLoader loader, String name) {
        String folder = name.replace('.', '/');
        Set<String> names = new TreeSet<>();
        try {
            for (URL url : Collections.list(loader.getResources(folder))) {
                if (url.getProtocol().equals("file")) {
                    ofFolder(Path.of(URI.create(url.toString())), name, names);
                } else if (url.openConnection() instanceof JarURLConnection connection) {
                    connection.setUseCaches(false);
                    try (JarFile jar = connection.getJarFile()) {
                        ofJar(jar, folder + "/", names);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private static void ofFolder(Path folder, String name, Set<String> names) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> files = new ArrayList<>(walk.toList());
            for (Path file : files) {
                String relative = folder.relativize(file).toString().replace('\\', '/');
                add(name.replace('.', '/') + "/" + relative, names);
            }
        }
    }

    private static void ofJar(JarFile jar, String folder, Set<String> names) {
        jar.stream()
                .map(entry -> entry.getName())
                .filter(entry -> entry.startsWith(folder))
                .forEach(entry -> add(entry, names));
    }

    private static void add(String file, Set<String> names) {
        if (file.endsWith(".class") && !file.endsWith("-info.class")) {
            names.add(file.substring(0, file.length() - ".class".length()).replace('/', '.'));
        }
    }
}
