package dev.switchback.api.config;

/** What to do when an applied migration has no file any more. */
public enum MissingPolicy {
    /** Stop before running anything. */
    FAIL,
    /** Report it and go on. */
    WARN
}
