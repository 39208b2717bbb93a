package dev.switchback.core.domain;

import dev.switchback.api.config.OutOfOrderPolicy;

/**
 * What the configuration says about histories that do not fit.
 *
 * @param outOfOrder what becomes of a pending migration below the current version
 * @param missingIsError whether an applied migration without a file is a problem instead of a warning
 * @param aheadIsError whether a database that is newer than the files is a problem instead of a warning
 */
public record Policies(OutOfOrderPolicy outOfOrder, boolean missingIsError, boolean aheadIsError) {

    /** Refuse out of order, refuse missing, warn when ahead. */
    public static Policies defaults() {
        return new Policies(OutOfOrderPolicy.REFUSE, true, false);
    }
}
