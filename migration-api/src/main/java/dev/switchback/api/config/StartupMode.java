package dev.switchback.api.config;

/** What an application does about migrations when it starts. */
public enum StartupMode {
    /** Reports what is pending, changes nothing, and starts whatever it finds. */
    OFF,
    /** Starts only if the database is at head; changes nothing. */
    VERIFY,
    /** Waits until another process has brought the database to head; changes nothing. */
    WAIT,
    /** Brings the database to head. */
    UPGRADE
}
