package dev.switchback.core.entities;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.core.port.EntityModel;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Asks Hibernate 6.6 or 7 for the DDL of entities, through the schema generation of Jakarta Persistence. The classes of
 * the application are loaded in a loader of their own that is closed again, so that nothing of them meets ours.
 */
public final class HibernateEntityModel implements EntityModel {

    private final List<Path> classpath;
    private final List<String> packages;
    private final Optional<String> unit;
    private final ClassLoader own;

    /**
     * Creates it; loads nothing.
     *
     * @param classpath class folders and jars with the entities, Hibernate, and what they need; empty for the loader
     * @param packages the packages with the entities
     * @param unit the persistence unit with the entities, instead of packages
     * @param own the loader of the application that Switchback is embedded in
     */
    public HibernateEntityModel(List<Path> classpath, List<String> packages, Optional<String> unit, ClassLoader own) {
        this.classpath = List.copyOf(classpath);
        this.packages = List.copyOf(packages);
        this.unit = unit;
        this.own = own;
    }

    @Override
    public String ddl(DatabaseKind kind, String version) {
        if (unit.isEmpty() && packages.isEmpty()) {
            throw new ConfigurationException(
                    "entities.packages",
                    "nobody said where the entities are",
                    "set entities.packages=com.example.shop, or entities.unit, and entities.classpath to the class"
                            + " folder, Hibernate and what they need");
        }
        if (classpath.isEmpty()) {
            return generate(own, kind, version);
        }
        // the platform only: no library of ours stands in the way of the application's
        try (URLClassLoader loader = new URLClassLoader(urls(), ClassLoader.getPlatformClassLoader())) {
            return quietly(() -> generate(loader, kind, version));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private URL[] urls() {
        return classpath.stream().map(HibernateEntityModel::url).toArray(URL[]::new);
    }

    private static URL url(Path path) {
        if (!Files.exists(path)) {
            throw new ConfigurationException(
                    "entities.classpath",
                    "'" + path + "' does not exist",
                    "compile the entities first, or correct the path");
        }
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new ConfigurationException("entities.classpath", "'" + path + "' is no path", "correct it");
        }
    }

    /** Alone in its loader it logs to the JDK's own log, which would print. */
    private static String quietly(Supplier<String> work) {
        Logger log = Logger.getLogger("org.hibernate");
        Level before = log.getLevel();
        log.setLevel(Level.OFF);
        try {
            return work.get();
        } finally {
            log.setLevel(before);
        }
    }

    private String generate(ClassLoader loader, DatabaseKind kind, String version) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            StringWriter ddl = new StringWriter();
            Map<String, Object> properties = properties(kind, version, ddl);
            Persistence persistence = new Persistence(loader);
            if (unit.isPresent()) {
                persistence.generate(unit.get(), properties);
            } else {
                List<String> classes = EntityClasses.in(loader, packages);
                persistence.generate(classes, properties);
            }
            return ddl.toString();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Map<String, Object> properties(DatabaseKind kind, String version, StringWriter target) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("jakarta.persistence.schema-generation.scripts.action", "create");
        properties.put("jakarta.persistence.schema-generation.scripts.create-target", target);
        properties.put("jakarta.persistence.schema-generation.database.action", "none");
        properties.put("hibernate.hbm2ddl.delimiter", ";");
        properties.put("hibernate.boot.allow_jdbc_metadata_access", "false");
        properties.put("hibernate.temp.use_jdbc_metadata_defaults", "false");
        if (kind == DatabaseKind.SQLITE) {
            properties.put("hibernate.dialect", "org.hibernate.community.dialect.SQLiteDialect");
        } else {
            properties.put("jakarta.persistence.database-product-name", kind.displayName());
            String[] numbers = version.split("[^0-9]+", 3);
            if (numbers.length > 1 && !numbers[0].isEmpty()) {
                properties.put("jakarta.persistence.database-product-version", version);
                properties.put("jakarta.persistence.database-major-version", numbers[0]);
                properties.put("jakarta.persistence.database-minor-version", numbers[1].isEmpty() ? "0" : numbers[1]);
            }
        }
        return properties;
    }
}
