package dev.switchback.cli.command;

import dev.switchback.api.model.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether {@code .env} is kept as what it is: a secret. Starts no program, git included. */
final class SecretFiles {

    private static final String NAME = ".env";
    private static final String TOPIC = "secrets";

    /** Beyond this, an index of git is not searched. */
    private static final long LARGEST_INDEX = 64L << 20;

    private final Path folder;

    SecretFiles(Path folder) {
        this.folder = folder;
    }

    List<Finding> findings() {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        if (isReadByOthers(file)) {
            findings.add(
                    Finding.warning(TOPIC, NAME + " can be read by everybody on this machine", "chmod 600 " + NAME));
        }
        if (isTracked(file)) {
            findings.add(Finding.problem(
                    TOPIC,
                    NAME + " is tracked by git, so its secrets are in every clone",
                    "git rm --cached " + NAME + ", add it to .gitignore, and change what was in it"));
        }
        if (findings.isEmpty()) {
            findings.add(Finding.ok(TOPIC, NAME + " is private"));
        }
        return findings;
    }

    private static boolean isReadByOthers(Path file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            return permissions.contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** The index of git holds the paths of tracked files, from the root of the repository, each ended by a NUL. */
    private static boolean isTracked(Path file) {
        for (Path root = file.getParent(); root != null; root = root.getParent()) {
            Path index = root.resolve(".git").resolve("index");
            if (Files.isRegularFile(index)) {
                String path = root.relativize(file).toString().replace('\\', '/');
                return contains(index, path);
            }
        }
        return false;
    }

    private static boolean contains(Path index, String path) {
        try {
            if (Files.size(index) > LARGEST_INDEX) {
                return false;
            }
            String bytes = new String(Files.readAllBytes(index), StandardCharsets.ISO_8859_1);
            String name = new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            int length = name.length();
            for (int at = bytes.indexOf(name + "\0"); at > 1; at = bytes.indexOf(name + "\0", at + 1)) {
                // before the path stand two bytes, the lower twelve bits of which are its length
                int flags = bytes.charAt(at - 2) << 8 | bytes.charAt(at - 1);
                if ((flags & 0xfff) == length) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }
}
