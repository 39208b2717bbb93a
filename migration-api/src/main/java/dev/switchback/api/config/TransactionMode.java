package dev.switchback.api.config;

/** How the scripts of a run are put into transactions. */
public enum TransactionMode {
    /**
     * Each script in one with its row of the history, unless it says {@code transaction=off} or has a statement that
     * refuses one; as far as the database can take definitions back.
     */
    AUTO,
    /**
     * The same, and nothing else: a run is refused if a script would run without one, or if the database cannot take
     * definitions back.
     */
    PER_MIGRATION,
    /** The whole run in one, with all rows of the history; refused where {@link #PER_MIGRATION} is. */
    ALL,
    /** None: each statement is its own, as if every script said {@code transaction=off}; how far one came is journaled. */
    NONE
}
