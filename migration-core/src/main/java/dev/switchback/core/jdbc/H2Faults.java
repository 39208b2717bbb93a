package dev.switchback.core.jdbc;

/** What H2's <a href="https://www.h2database.com/javadoc/org/h2/api/ErrorCode.html">error codes</a> mean. */
final class H2Faults {

    static final int ALREADY_OPEN = 90020;

    private H2Faults() {}

    static boolean isUnknownTable(int code) {
        return code >= 42_102 && code <= 42_104;
    }

    static Fault of(int code) {
        return switch (code) {
            case ALREADY_OPEN, 90135 -> Fault.FILE_OPEN_ELSEWHERE;
            case 28000 -> Fault.LOGIN_REFUSED;
            case 50200, 40001 -> Fault.LOCKED;
            case 57014 -> Fault.CANCELED;
            case 90013, 90146, 90149 -> Fault.NO_DATABASE;
            case 90028, 90031 -> Fault.DISK;
            case 90030, 90048 -> Fault.DAMAGED;
            case 90049, 90050 -> Fault.ENCRYPTED;
            case 90079 -> Fault.NO_SCHEMA;
            case 90067 -> Fault.UNREACHABLE;
            case 90096, 90040 -> Fault.NO_PERMISSION;
            case 90097 -> Fault.FILE_READ_ONLY;
            case 90098, 90121 -> Fault.LOST;
            case 90108, 90100 -> Fault.FULL;
            default -> Fault.OTHER;
        };
    }
}
