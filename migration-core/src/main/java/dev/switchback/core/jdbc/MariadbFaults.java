package dev.switchback.core.jdbc;

import java.sql.SQLException;
import java.util.Set;

/**
 * What the <a href="https://mariadb.com/docs/server/reference/error-codes">error codes</a> of MariaDB and MySQL mean,
 * which are one list up to 1800 or so.
 */
final class MariadbFaults {

    static final int UNKNOWN_TABLE = 1146;

    private static final Set<Integer> NO_FUNCTIONS_WHILE_LOGGING = Set.of(1418, 1419);

    private MariadbFaults() {}

    /** Whether the server, which writes a binary log, takes functions and triggers from administrators only. */
    static boolean distrusts(SQLException failure) {
        return NO_FUNCTIONS_WHILE_LOGGING.contains(failure.getErrorCode());
    }

    /** Whether the driver has hung up because a script chose a character set that it does not speak. */
    static boolean speaksUtf8Only(SQLException failure) {
        String message = failure.getMessage();
        return message != null && message.contains("character set was changed");
    }

    static Fault of(int code) {
        return switch (code) {
            case 1045, 1251, 1275, 1524, 1698, 4151, 3118 -> Fault.LOGIN_REFUSED;
            case 1820, 1862 -> Fault.PASSWORD_EXPIRED;
            case 1129, 1130 -> Fault.HOST_REFUSED;
            case 1049 -> Fault.NO_DATABASE;
            case 1044, 1142, 1143, 1227, 1370, 1410, 1419 -> Fault.NO_PERMISSION;
            case 1290, 1792, 1836 -> Fault.READ_ONLY;
            case 1040, 1203, 1226 -> Fault.TOO_MANY_CONNECTIONS;
            case 1053 -> Fault.STARTING;
            case 1152, 1158, 1159, 1160, 1161, 1184, 1927, 2006, 2013 -> Fault.LOST;
            case 1205, 1213 -> Fault.LOCKED;
            case 1317, 1969, 3024 -> Fault.CANCELED;
            case 1021, 1037, 1038, 1041, 1114 -> Fault.FULL;
            case 3159 -> Fault.TLS_REFUSED;
            default -> Fault.OTHER;
        };
    }
}
