package dev.switchback.cli.command;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.switchback.api.error.HistoryMismatchException;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.MigrationPlan;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.PlanReference;
import dev.switchback.api.model.Problem;
import dev.switchback.cli.answer.Document;
import dev.switchback.cli.answer.PlanAnswer;
import dev.switchback.cli.render.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A plan in a file, between the person who reads it and the run that executes it. It holds all that would run, to be
 * read; what it is bound to is its fingerprint, and both must fit what would run.
 */
final class PlanFile {

    private static final String KIND = "switchback-plan";

    private final Path file;

    PlanFile(Path file) {
        this.file = file;
    }

    /**
     * What somebody has read.
     *
     * @param reference names the plan
     * @param shown all that the file says
     */
    record Approved(PlanReference reference, Map<String, Object> shown) {

        /** Refuses what the run itself cannot notice: a file that says something else than the plan it names. */
        void requireShown(MigrationPlan now) {
            boolean same = now.fingerprint().equals(reference.fingerprint());
            if (same && !shown.equals(fields(text(now)))) {
                throw new HistoryMismatchException(List.of(new Problem(
                        Problem.Kind.STALE_PLAN,
                        "",
                        Optional.empty(),
                        "the file of the plan was altered: what it shows is not what would run",
                        "make and read a new one: switchback plan --out FILE")));
            }
        }
    }

    private static String text(MigrationPlan plan) {
        Document document = new Document().put("schemaVersion", 1).put("kind", KIND);
        new PlanAnswer(plan).describe(document);
        return JsonText.of(document) + "\n";
    }

    private static Map<String, Object> fields(String text) {
        try {
            return JSON.std.mapFrom(text);
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
    }

    void write(MigrationPlan plan) {
        try {
            Files.writeString(file, text(plan));
        } catch (IOException e) {
            throw CommandRejectedException.files(
                    file + " cannot be written (" + e.getClass().getSimpleName() + ")", "name a file that can be");
        }
    }

    Approved read() {
        Map<String, Object> fields;
        if (Files.notExists(file)) {
            throw CommandRejectedException.files(
                    "there is no file " + file, "name the file of a plan, or make one: switchback plan --out FILE");
        }
        try {
            fields = fields(Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            throw CommandRejectedException.files(
                    file + " is not a plan that can be read", "make one: switchback plan --out FILE");
        }
        try {
            if (!KIND.equals(fields.get("kind"))) {
                throw new IllegalArgumentException("another kind of file");
            }
            PlanReference reference = new PlanReference(
                    Direction.valueOf(text(fields, "direction").toUpperCase(Locale.ROOT)),
                    Optional.ofNullable(fields.get("to")).map(to -> MigrationVersion.of(to.toString())),
                    text(fields, "fingerprint"));
            return new Approved(reference, fields);
        } catch (IllegalArgumentException e) {
            throw CommandRejectedException.files(
                    file + " is not a plan of Switchback", "make one: switchback plan --out FILE");
        }
    }

    private static String text(Map<String, Object> fields, String name) {
        if (fields.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(name + " is missing");
    }
}
