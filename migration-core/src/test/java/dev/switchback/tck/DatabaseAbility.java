package dev.switchback.tck;

/** What a database can do, as far as contracts expect different things with and without it. */
public enum DatabaseAbility {
    /** DDL takes part in transactions: a failed migration that ran in one leaves nothing behind. */
    TRANSACTIONAL_DDL,
    /** One database holds several schemas, so that a history table can be put into one of them. */
    SCHEMAS,
    /** Several processes can open the database at the same time. */
    SEVERAL_PROCESSES,
    /** It is a server, with users and with connections that it can end. */
    SERVER
}
