package dev.switchback.liquibase;

/** How a script goes into a changelog, so that plain Liquibase sends the statements that we send. */
enum ExportForm {
    /** The file, split by Liquibase: its splitter agrees with ours. */
    SPLIT_FILE,
    /** The file as one statement: it is one, or the driver takes several at once. The checksum is the same. */
    WHOLE_FILE,
    /** A copy of each statement; the checksum of the file is declared valid. */
    STATEMENTS,
    /** The file as one statement, behind a stop: plain Liquibase cannot run it, but may know that it was run. */
    STOPPED
}
