package dev.switchback.core.usecase.schema;

import dev.switchback.api.error.ConfigurationException;
import dev.switchback.core.sql.ScriptText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The DDL of a model: a file, or the {@code .sql} files of a folder in the order of their names. */
final class DdlFiles {

    private static final String NEXT = "mend it there; the model has to be DDL of this database";

    private DdlFiles() {}

    static List<Script> read(Path path, Path baseDir) {
        Path root = baseDir.resolve(path).normalize();
        if (!Files.isDirectory(root)) {
            return List.of(script(root, path.toString()));
        }
        List<Script> scripts = new ArrayList<>();
        for (Path file : files(root)) {
            scripts.add(script(file, path.resolve(root.relativize(file)).toString()));
        }
        if (scripts.isEmpty()) {
            throw new ConfigurationException(
                    "schema source", "the folder '" + path + "' has no .sql file", "put the DDL of the schema into it");
        }
        return scripts;
    }

    static Script script(String name, String text) {
        return new Script(name, ScriptText.of(canonical(text)), false, NEXT);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder.toString(), e);
        }
    }

    private static Script script(Path file, String name) {
        try {
            return script(name, Files.readString(file));
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static String canonical(String text) {
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).replace("\r\n", "\n");
    }

    private static ConfigurationException unreadable(String name, IOException e) {
        if (e instanceof NoSuchFileException) {
            return new ConfigurationException(
                    "schema source",
                    "'" + name + "' does not exist",
                    "name a file or folder of DDL, a database URL, or entities");
        }
        return new ConfigurationException(
                "schema source",
                "'" + name + "' cannot be read: "
                        + (e instanceof CharacterCodingException
                                ? "it is not UTF-8"
                                : e.getClass().getSimpleName()),
                "name a readable UTF-8 file of DDL");
    }
}
