package dev.switchback.core.jdbc;

/** What PostgreSQL's <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">SQLStates</a> mean. */
final class PostgresqlFaults {

    private PostgresqlFaults() {}

    static Fault of(String state) {
        return switch (state) {
            case "3D000" -> Fault.NO_DATABASE;
            case "42501" -> Fault.NO_PERMISSION;
            case "25006" -> Fault.READ_ONLY;
            case "53300" -> Fault.TOO_MANY_CONNECTIONS;
            case "57P03" -> Fault.STARTING;
            case "57P01", "57P02", "57P05" -> Fault.LOST;
            case "57014" -> Fault.CANCELED;
            case "55P03", "40P01" -> Fault.LOCKED;
            case "08P01" -> Fault.POOLER_REFUSED;
            case "26000", "42P05" -> Fault.POOLER_STATEMENTS;
            case "08004" -> Fault.TLS_REFUSED;
            case "0A000" -> Fault.UNSUPPORTED;
            default -> ofClass(state);
        };
    }

    private static Fault ofClass(String state) {
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "28" -> Fault.LOGIN_REFUSED;
            case "53" -> Fault.FULL;
            default -> Fault.OTHER;
        };
    }
}
