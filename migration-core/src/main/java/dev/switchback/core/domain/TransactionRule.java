package dev.switchback.core.domain;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.TransactionMode;
import dev.switchback.api.error.UnsupportedCapabilityException;
import java.util.List;
import java.util.Locale;

/**
 * What a run promises about transactions, and whether it can. Pure.
 *
 * @param mode what the settings say
 * @param database the kind of database
 */
public record TransactionRule(TransactionMode mode, DatabaseKind database) {

    private static final String NEXT =
            "run it with transaction=auto (--tx auto): each migration then is as safe as the database can make it";

    /** Whether a script runs in a transaction at all. */
    public boolean allows() {
        return mode != TransactionMode.NONE;
    }

    /** Whether the whole run is one transaction. */
    boolean whole() {
        return mode == TransactionMode.ALL;
    }

    /** Refuses a run that cannot keep the promise. */
    void require(List<MigrationStep> steps) {
        if (steps.isEmpty() || mode == TransactionMode.AUTO || mode == TransactionMode.NONE) {
            return;
        }
        String asked = "transaction=" + mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (!Dialect.of(database).transactionalDdl()) {
            throw UnsupportedCapabilityException.because(
                    asked, database.displayName() + " commits each statement that changes the schema", NEXT);
        }
        steps.stream().filter(step -> !step.transactional()).findFirst().ifPresent(step -> {
            throw UnsupportedCapabilityException.because(
                    asked, step.body().file() + " does not run in a transaction", NEXT);
        });
    }
}
