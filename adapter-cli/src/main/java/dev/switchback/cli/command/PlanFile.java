package dev.switchback.cli.command;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.MigrationPlan;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.PlanReference;
import dev.switchback.cli.answer.Document;
import dev.switchback.cli.answer.PlanAnswer;
import dev.switchback.cli.render.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A plan in a file, between the person who reads it and the run that executes it. It holds all that would run, to be
 * read; what counts is its fingerprint.
 */
final class PlanFile {

    private static final String KIND = "switchback-plan";

    private final Path file;

    PlanFile(Path file) {
        this.file = file;
    }

    void write(MigrationPlan plan) {
        Document document = new Document().put("schemaVersion", 1).put("kind", KIND);
        new PlanAnswer(plan).describe(document);
        try {
            Files.writeString(file, JsonText.of(document) + "\n");
        } catch (IOException e) {
            throw CommandRejectedException.files(
                    file + " cannot be written (" + e.getClass().getSimpleName() + ")", "name a file that can be");
        }
    }

    PlanReference read() {
        Map<String, Object> fields;
        try {
            fields = JSON.std.mapFrom(Files.readString(file));
        } catch (IOException e) {
            throw CommandRejectedException.files(
                    file + " is not a plan that can be read", "make one: switchback plan --out FILE");
        }
        try {
            if (!KIND.equals(fields.get("kind"))) {
                throw new IllegalArgumentException("another kind of file");
            }
            return new PlanReference(
                    Direction.valueOf(text(fields, "direction").toUpperCase(Locale.ROOT)),
                    Optional.ofNullable(fields.get("to")).map(to -> MigrationVersion.of(to.toString())),
                    text(fields, "fingerprint"));
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
