package dev.switchback.cli.command;

import dev.switchback.api.model.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether {@code .env} is kept as what it is: a secret. Starts no program, git included. */
final class SecretFiles {

    private static final String NAME = ".env";
    private static final String TOPIC = "secrets";

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
        tracked(file).ifPresent(findings::add);
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

    private static Optional<Finding> tracked(Path file) {
        try {
            return GitIndex.tracks(file)
                    ? Optional.of(Finding.problem(
                            TOPIC,
                            NAME + " is tracked by git, so its secrets are in every clone",
                            "git rm --cached " + NAME + ", add it to .gitignore, and change what was in it"))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of(Finding.warning(
                    TOPIC,
                    NAME + " may be tracked by git, whose index cannot be read here",
                    "git ls-files " + NAME + ", and if that names it: git rm --cached " + NAME));
        }
    }
}
