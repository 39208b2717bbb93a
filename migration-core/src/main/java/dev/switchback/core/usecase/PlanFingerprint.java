package dev.switchback.core.usecase;

import dev.switchback.api.error.HistoryMismatchException;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.EngineInfo;
import dev.switchback.api.model.Problem;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.domain.Reconciliation;
import dev.switchback.core.domain.RunPlan;
import dev.switchback.core.sql.ScriptText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What a plan depends on, as one hash: the engine, every row of the history with its time, and the files that run, with
 * their placeholders replaced. The rows' times tie it to one database.
 */
final class PlanFingerprint {

    private final MessageDigest digest;

    private PlanFingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String of(EngineInfo engine, Reconciliation state, RunPlan plan) {
        PlanFingerprint fingerprint = new PlanFingerprint();
        fingerprint.add(engine.id(), engine.version(), plan.direction().name(), String.valueOf(plan.to()));
        for (AppliedMigration row : state.history()) {
            fingerprint.add(
                    String.valueOf(row.order()),
                    row.label(),
                    row.script(),
                    row.state().name(),
                    row.checksum().orElse(""),
                    String.valueOf(row.appliedAt()));
        }
        for (MigrationStep step : plan.steps()) {
            fingerprint.add("step", step.body().file(), String.valueOf(step.transactional()));
            fingerprint.add(step.body().sql());
        }
        if (plan.whole()) {
            fingerprint.add("whole");
        }
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    /** Refuses a plan that is not the one that was seen. */
    static void require(String seen, EngineInfo engine, Reconciliation state, RunPlan plan) {
        if (!seen.equals(of(engine, state, plan))) {
            throw new HistoryMismatchException(List.of(new Problem(
                    Problem.Kind.STALE_PLAN,
                    "",
                    Optional.empty(),
                    "the plan is out of date: the history, the files or the engine are not what they were when it was"
                            + " made",
                    "make and read a new one: switchback plan --out FILE")));
        }
    }

    /** Each with its length, so that no two lists look alike. */
    private void add(String... texts) {
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
    }

    private void add(ScriptText text) {
        try {
            text.bytes().transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
