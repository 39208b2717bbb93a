package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.DriftPolicy;
import dev.switchback.api.config.Settings;
import dev.switchback.api.error.HistoryMismatchException;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.error.UnsupportedCapabilityException;
import dev.switchback.api.model.CheckReport;
import dev.switchback.api.schema.SchemaComparison;
import dev.switchback.cli.answer.CheckAnswer;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The part of {@code check} that looks for what somebody changed without a migration. */
final class DriftCheck {

    @Inject
    DriftCheck() {}

    /** Looks for it where the settings say so and where it can be told. */
    CheckAnswer look(MigrationManager manager, CheckAnswer answer, Settings settings) {
        CheckReport report = answer.report();
        DriftPolicy policy = settings.get(ConfigKey.DRIFT);
        if (policy == DriftPolicy.NEVER
                || !report.problems().isEmpty()
                || report.current().isEmpty()) {
            return answer;
        }
        if (policy == DriftPolicy.AUTO && !isFree(settings)) {
            return answer;
        }
        return compare(manager, answer, policy);
    }

    /** A scratch database in a file or in memory needs nobody's permission. */
    private static boolean isFree(Settings settings) {
        DatabaseKind kind = settings.database().kind();
        return kind == DatabaseKind.SQLITE
                || kind == DatabaseKind.H2
                || settings.get(ConfigKey.SCRATCH_URL).isPresent();
    }

    private static CheckAnswer compare(MigrationManager manager, CheckAnswer answer, DriftPolicy policy) {
        try {
            SchemaComparison drift = manager.drift();
            return answer.withDrift(Optional.of(drift));
        } catch (UnsupportedCapabilityException | HistoryMismatchException e) {
            // the report has said what files are gone or edited
            if (policy == DriftPolicy.ALWAYS) {
                throw e;
            }
            return answer;
        } catch (SwitchbackException e) {
            if (policy == DriftPolicy.ALWAYS) {
                throw e;
            }
            return answer.withWarning("drift was not looked for: " + reason(e));
        }
    }

    /** The first line, or what stands below it if that only says how many there are. */
    private static String reason(SwitchbackException error) {
        List<String> lines = String.valueOf(error.getMessage()).lines().toList();
        return lines.size() > 1 && lines.get(0).endsWith(":") ? lines.get(1).strip() : lines.get(0);
    }
}
