package dev.switchback.core.sql;

/** What a statement does to the transaction that it runs in, on a database that commits some statements by itself. */
public enum ImplicitCommit {
    /** Nothing: it is rolled back with the transaction. */
    NEVER,
    /** It commits what was before it, and is itself not rolled back. */
    ALWAYS,
    /** That depends on what it runs: a procedure, a block, a prepared statement. */
    PERHAPS
}
