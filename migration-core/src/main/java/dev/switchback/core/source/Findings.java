package dev.switchback.core.source;

import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong with the files, so that all of it is told at once. Used by one thread. */
final class Findings {
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /** Notes a problem of a file; the message is the file's full name and the reason. */
    void add(Problem.Kind kind, FileTree tree, String path, String reason, String nextStep) {
        add(kind, path, Optional.empty(), tree.name() + "/" + path + " " + reason, nextStep);
    }

    /** Notes a problem of a file's content at a line, or a line and a byte. */
    void addAt(FileTree tree, String path, String position, String reason, String nextStep) {
        add(
                Problem.Kind.BAD_CONTENT,
                path,
                Optional.empty(),
                tree.name() + "/" + path + ":" + position + " " + reason,
                nextStep);
    }

    /** Notes a problem of a migration. */
    void add(Problem.Kind kind, SourceFile file, String reason, String nextStep) {
        add(kind, file.path(), file.name().version(), file.origin() + " " + reason, nextStep);
    }

    /** Notes a problem of a migration's content at a line. */
    void addAt(SourceFile file, int line, String reason, String nextStep) {
        add(
                Problem.Kind.BAD_CONTENT,
                file.path(),
                file.name().version(),
                file.origin() + ":" + line + " " + reason,
                nextStep);
    }

    private void add(
            Problem.Kind kind, String path, Optional<MigrationVersion> version, String message, String nextStep) {
        problems.add(
                new Problem(kind, Printable.text(path), version, Printable.text(message), Printable.text(nextStep)));
    }

    void warn(String warning) {
        warnings.add(Printable.text(warning));
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
