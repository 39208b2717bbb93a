package dev.switchback.docs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.cli.Main;
import dev.switchback.tck.MigrationFolder;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The classes that a child loads, in an archive, because hundreds of children start. It is made by one child that does what
 * they all do. An archive wants jars, so folders of the class path are packed.
 *
 * @param classPath the class path, of jars only
 * @param file the archive
 * @see <a href="https://openjdk.org/jeps/350">JEP 350: Dynamic CDS Archives</a>
 */
record ClassArchive(String classPath, Path file) {

    private static final int MIGRATIONS = 4;

    /** Makes one in an empty folder. */
    static ClassArchive make(Path folder) throws IOException {
        ClassArchive archive = new ClassArchive(jars(folder), folder.resolve("children.jsa"));
        new Traces(MIGRATIONS).write(new MigrationFolder(folder.resolve("migrations")), MIGRATIONS);
        try (Jvm training = Jvm.start(
                folder,
                List.of("-XX:ArchiveClassesAtExit=" + archive.file, "-cp", archive.classPath),
                Training.class,
                Map.of())) {
            String output = training.output();
            assertThat(training.waitFor()).as(output).isZero();
            assertThat(archive.file).as(output).exists();
        }
        return archive;
    }

    /** What a child needs to use it. */
    List<String> options() {
        return List.of("-XX:SharedArchiveFile=" + file, "-cp", classPath);
    }

    private static String jars(Path folder) throws IOException {
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator)) {
            Path path = Path.of(entry);
            jars.add(Files.isDirectory(path) ? pack(path, folder.resolve(jars.size() + ".jar")) : entry);
        }
        return String.join(File.pathSeparator, jars);
    }

    private static String pack(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, zip);
            }
        }
        return jar.toString();
    }

    /** What the children do, with both engines; the command line ends the process. */
    static final class Training {
        private Training() {}

        /** Runs once. */
        public static void main(String[] args) {
            for (String engine : List.of("flyway", "liquibase")) {
                for (String database : List.of("sqlite:///" + engine + ".db", "h2:file:./" + engine)) {
                    Child.main(new String[] {engine, database, ".", "up", "head"});
                }
            }
            Main.main(
                    new String[] {"upgrade", "--engine", "flyway", "--dir", "migrations", "--url", "sqlite:///cli.db"});
        }
    }
}
