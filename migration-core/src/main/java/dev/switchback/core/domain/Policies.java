package dev.switchback.core.domain;

/**
 * What the configuration says about histories that do not fit.
 *
 * @param applyOutOfOrder whether a pending migration below the current version is applied instead of refused
 * @param missingIsError whether an applied migration without a file is a problem instead of a warning
 * @param aheadIsError whether a database that is newer than the files is a problem instead of a warning
 */
public record Policies(boolean applyOutOfOrder, boolean missingIsError, boolean aheadIsError) {

    /** Refuse out of order, refuse missing, warn when ahead. */
    public static Policies defaults() {
        return new Policies(false, true, false);
    }
}
