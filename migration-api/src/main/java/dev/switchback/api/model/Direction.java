package dev.switchback.api.model;

/** Which way a run changes the database. */
public enum Direction {
    /** Applies migrations. */
    UP,
    /** Reverts migrations. */
    DOWN
}
