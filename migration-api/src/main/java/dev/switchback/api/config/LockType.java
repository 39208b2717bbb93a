package dev.switchback.api.config;

/** With what runs on one database keep each other away. */
public enum LockType {
    /** With the one that holds there: {@link #ADVISORY} on a server, {@link #FILE} for SQLite and H2. */
    AUTO,
    /** With a lock that the server keeps for a session or a transaction: PostgreSQL, MariaDB, MySQL. */
    ADVISORY,
    /** With a lock of the operating system on a file: SQLite, H2. */
    FILE,
    /**
     * With none. For servers and proxies where no lock can be had, if only one process at a time migrates by construction.
     * Every run warns.
     */
    NONE
}
