package dev.switchback.core.port;

/** What somebody may be allowed to do with the rows of a table; the names are those of SQL. */
public enum HistoryRight {
    /** To read it. */
    SELECT,
    /** To record something. */
    INSERT,
    /** To change what is recorded. */
    UPDATE,
    /** To remove what is recorded. */
    DELETE
}
