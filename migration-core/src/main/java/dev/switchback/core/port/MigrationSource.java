package dev.switchback.core.port;

import dev.switchback.core.domain.Offer;

/** Which migrations exist. Reads files or the class path, never a database. */
public interface MigrationSource {

    /**
     * Reads everything the source has. Called once at the beginning of every command, before any connection is opened
     * and outside the lock. Never returns a partial list: what cannot be used is among the problems.
     *
     * @return the migrations in order, and all problems; an empty list if there are none
     * @throws dev.switchback.api.error.SwitchbackException if the location itself does not exist or cannot be read
     */
    Offer load();
}
