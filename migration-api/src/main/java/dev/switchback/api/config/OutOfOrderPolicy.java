package dev.switchback.api.config;

/** What to do with a pending migration whose version is lower than one that was applied. */
public enum OutOfOrderPolicy {
    /** Stop before running anything. */
    REFUSE,
    /** Run it, and say so among the warnings. */
    WARN,
    /** Run it. */
    APPLY
}
