package dev.switchback.core.port;

import dev.switchback.api.config.DatabaseKind;

/** The entities of an application, as its mapper would make tables of them. */
public interface EntityModel {

    /**
     * The DDL of all entities that the settings name. Called once per command, outside the lock; connects to nothing.
     *
     * @param kind the kind of database to make it for
     * @param version the version of that database, such as {@code 16.4}; can be empty
     * @return the statements, each ended by a semicolon
     * @throws dev.switchback.api.error.SwitchbackException if there are no entities, no mapper on the class path, or if it
     *     refuses them
     */
    String ddl(DatabaseKind kind, String version);
}
