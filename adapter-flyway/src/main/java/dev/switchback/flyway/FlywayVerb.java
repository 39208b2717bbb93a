package dev.switchback.flyway;

import dev.switchback.api.error.InvalidRequestException;
import dev.switchback.api.model.EngineOutput;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.BaselineResult;
import org.flywaydb.core.api.output.MigrateResult;
import org.flywaydb.core.api.output.RepairResult;
import org.flywaydb.core.api.output.ValidateResult;
import org.flywaydb.core.internal.info.MigrationInfoDumper;

/** The commands of Flyway Community, with their results in words. */
enum FlywayVerb {
    /** All migrations, with their states. */
    INFO {
        @Override
        EngineOutput run(Flyway flyway) {
            return said(MigrationInfoDumper.dumpToAsciiTable(flyway.info().all()), true);
        }
    },
    /** Files against history. */
    VALIDATE {
        @Override
        EngineOutput run(Flyway flyway) {
            ValidateResult result = flyway.validateWithResult();
            if (result.validationSuccessful) {
                return said("Successfully validated " + result.validateCount + " migrations", true);
            }
            String invalid = result.invalidMigrations.stream()
                    .map(each -> String.join(" ", each.version, each.description)
                                    .strip() + ": " + each.errorDetails.errorMessage)
                    .collect(Collectors.joining("\n"));
            return said(invalid.isEmpty() ? result.errorDetails.errorMessage : invalid, false);
        }
    },
    /** Puts the history table right. */
    REPAIR {
        @Override
        EngineOutput run(Flyway flyway) {
            RepairResult result = flyway.repair();
            String actions = String.join("\n", result.repairActions);
            return said(actions.isEmpty() ? "Nothing to repair" : actions, true);
        }
    },
    /** Marks a version as the one the database began with. */
    BASELINE {
        @Override
        EngineOutput run(Flyway flyway) {
            BaselineResult result = flyway.baseline();
            return said(
                    result.successfullyBaselined ? "Baselined at version " + result.baselineVersion : "Not baselined",
                    result.successfullyBaselined);
        }
    },
    /** Applies what is pending. */
    MIGRATE {
        @Override
        EngineOutput run(Flyway flyway) {
            MigrateResult result = flyway.migrate();
            return said(
                    result.migrationsExecuted + " migrations applied, now at "
                            + (result.targetSchemaVersion == null
                                    ? String.valueOf(result.initialSchemaVersion)
                                    : result.targetSchemaVersion),
                    result.success);
        }
    };

    /** Runs it. */
    abstract EngineOutput run(Flyway flyway);

    static FlywayVerb of(String command) {
        return Stream.of(values())
                .filter(verb -> verb.word().equals(command))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException(
                        "command",
                        "Flyway Community has no such command",
                        "choose one of: "
                                + Stream.of(values()).map(FlywayVerb::word).collect(Collectors.joining(", "))));
    }

    final String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    final EngineOutput said(String text, boolean ok) {
        return new EngineOutput(word(), text, ok);
    }
}
