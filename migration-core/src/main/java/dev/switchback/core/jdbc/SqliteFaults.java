package dev.switchback.core.jdbc;

import java.sql.SQLException;

/** What SQLite's <a href="https://www.sqlite.org/rescode.html">result codes</a> mean. */
final class SqliteFaults {

    private SqliteFaults() {}

    /** The driver has it in its jar, and unpacks it into a folder for temporary files. */
    static boolean lacksItsLibrary(SQLException error) {
        Throwable cause = error.getCause();
        return cause != null && cause.getClass().getName().equals("org.sqlite.NativeLibraryNotFoundException");
    }

    /** Of a primary code; extended ones carry it in their low byte. */
    static Fault of(int code) {
        return switch (code & 0xff) {
            case 5, 6 -> Fault.FILE_BUSY;
            case 3, 8 -> Fault.FILE_READ_ONLY;
            case 10 -> Fault.DISK;
            case 11, 26 -> Fault.DAMAGED;
            case 13 -> Fault.FULL;
            case 14 -> Fault.FILE_UNOPENABLE;
            default -> Fault.OTHER;
        };
    }
}
