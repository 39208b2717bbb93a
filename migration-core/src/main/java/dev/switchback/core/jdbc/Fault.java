package dev.switchback.core.jdbc;

/** What can be wrong with a database, whatever its product: what to say, and what to do next. */
enum Fault {
    UNKNOWN_HOST("the name of its host is not known", "check the host in the url"),
    UNREACHABLE(
            "the database cannot be reached",
            "check host and port, and whether the server runs; to wait for it: connect.wait=60s, or switchback wait"),
    STARTING("the server is starting or stopping", "wait for it: connect.wait=60s, or switchback wait"),
    NOT_CONNECTED(
            "the server answers, but no connection comes about",
            "check the url: encryption (sslmode, for MariaDB sslMode), port, and what kind of server is there"),
    LOST("the connection was lost", "when the database answers again, run the command again"),
    TLS_REFUSED(
            "server and driver do not agree on encryption or on how to log in",
            "check sslmode in the url (sslMode for MariaDB), the server's certificate, and the password"),
    KEY_MISSING(
            "the server wants the password encrypted, and the driver has no key to do that with",
            "encrypt the connection: sslMode=verify-full in the url; or, where nobody can listen,"
                    + " allowPublicKeyRetrieval=true"),
    LOGIN_REFUSED("the login was refused", "check user and password"),
    HOST_REFUSED(
            "the server refuses connections from this machine",
            "have this host allowed for the user; after many failed attempts also: FLUSH HOSTS"),
    PASSWORD_EXPIRED("the password of the user has expired", "set a new one with a client of the database"),
    NO_DATABASE(
            "there is no such database",
            "create it, or correct its name in the url or in the setting schema; an application creates it with"
                    + " startup.create-database=true"),
    NO_SCHEMA("there is no such schema", "correct the setting schema, or make it: CREATE SCHEMA"),
    READ_ONLY("the database is read-only", "connect to the primary, or to a user and session that may write"),
    NO_PERMISSION("a permission is missing", "grant it to this user, or use another one"),
    TOO_MANY_CONNECTIONS(
            "the server allows no more connections",
            "close some, or raise its limit; a run needs two (one on MariaDB, SQLite and H2)"),
    POOLER_REFUSED(
            "a connection pooler, most likely, refuses what the driver sends when it connects",
            "give migrations the database itself: set direct-url (DIRECT_DATABASE_URL); or let pgbouncer ignore it:"
                    + " ignore_startup_parameters = extra_float_digits, options, search_path"),
    POOLER_STATEMENTS(
            "a connection pooler, most likely, mixes up the prepared statements of its clients",
            "give migrations the database itself: set direct-url (DIRECT_DATABASE_URL); or add prepareThreshold=0 to"
                    + " the JDBC URL of the DataSource"),
    UNSUPPORTED(
            "the database cannot do what was asked of it", "check its version against docs/explanation/promises.md"),
    LOCKED("another session holds a lock on what is needed", "end that session's transaction, and try again"),
    CANCELED("the server ended the statement", "raise its time limit (statement_timeout, max_statement_time)"),
    FULL("the server is out of disk space or memory", "make room, and run the command again"),
    DAMAGED("the file is not a database, or is damaged", "restore it from a backup, or correct the url"),
    ENCRYPTED(
            "the database cannot be decrypted",
            "check the password: for CIPHER it is the one of the file, a space, the user's"),
    FILE_READ_ONLY(
            "the file, or its folder, is read-only", "give this user permission to write the file and its folder"),
    FILE_UNOPENABLE(
            "the file cannot be opened", "check that the folder exists and that this user may read and write it"),
    FILE_BUSY("another process holds the file", "end the other writer and try again"),
    FILE_OPEN_ELSEWHERE(
            "another process has opened the file", "end the other process, or use AUTO_SERVER=TRUE in both"),
    LIBRARY_MISSING(
            "the driver cannot load its native library",
            "give it a folder to unpack it that is writable and allows programs: one at /tmp (in Kubernetes an emptyDir),"
                    + " or Java's option -Dorg.sqlite.tmpdir=DIR"),
    DISK("the file cannot be read or written", "check the disk"),
    OTHER("the database failed", "look at the message, and at the database with: switchback status");

    private final String what;
    private final String next;

    Fault(String what, String next) {
        this.what = what;
        this.next = next;
    }

    /** What happened. */
    String what() {
        return what;
    }

    /** What to do. */
    String next() {
        return next;
    }

    /** The same thing where there is no file of ours to see. */
    Fault ofServer() {
        return switch (this) {
            case FILE_READ_ONLY -> READ_ONLY;
            case FILE_BUSY -> LOCKED;
            case DISK, DAMAGED, FILE_UNOPENABLE, FILE_OPEN_ELSEWHERE -> OTHER;
            default -> this;
        };
    }

    /** Whether somebody else had something that he will give back. */
    boolean isLock() {
        return this == LOCKED || this == FILE_BUSY;
    }

    /** Whether it goes away by itself when a server is started: what waiting for a database waits for. */
    boolean isPassing() {
        return this == UNREACHABLE || this == STARTING || this == UNKNOWN_HOST;
    }
}
