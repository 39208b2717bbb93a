package dev.switchback.core.port;

/** Whether the file of a migration is still the one that was applied, as far as the engine's table can tell. */
public enum ChecksumMatch {
    /** The recorded checksum is that of the file. */
    MATCHES,
    /** The recorded checksum is another one: the file was edited. */
    DIFFERS,
    /** No checksum is recorded, or one that only the engine could compute. */
    UNKNOWN
}
