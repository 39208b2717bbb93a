package dev.switchback.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What SQLStates and codes mean; the words of the databases do not matter. */
class FaultsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # SQLState | code | while opening        | while working
            # PostgreSQL
            28P01      | 0    | LOGIN_REFUSED        | LOGIN_REFUSED
            28000      | 0    | LOGIN_REFUSED        | LOGIN_REFUSED
            3D000      | 0    | NO_DATABASE          | NO_DATABASE
            42501      | 0    | NO_PERMISSION        | NO_PERMISSION
            25006      | 0    | READ_ONLY            | READ_ONLY
            53300      | 0    | TOO_MANY_CONNECTIONS | TOO_MANY_CONNECTIONS
            53100      | 0    | FULL                 | FULL
            57P03      | 0    | STARTING             | LOST
            57P01      | 0    | LOST                 | LOST
            57014      | 0    | CANCELED             | CANCELED
            55P03      | 0    | LOCKED               | LOCKED
            40P01      | 0    | LOCKED               | LOCKED
            08001      | 0    | UNREACHABLE          | LOST
            08006      | 0    | NOT_CONNECTED        | LOST
            08003      | 0    | NOT_CONNECTED        | LOST
            08004      | 0    | TLS_REFUSED          | LOST
            08P01      | 0    | POOLER_REFUSED       | LOST
            26000      | 0    | POOLER_STATEMENTS    | POOLER_STATEMENTS
            42P05      | 0    | POOLER_STATEMENTS    | POOLER_STATEMENTS
            0A000      | 0    | UNSUPPORTED          | UNSUPPORTED
            42P01      | 0    | OTHER                | OTHER
            # MariaDB
            28000      | 1045 | LOGIN_REFUSED        | LOGIN_REFUSED
            28000      | 1698 | LOGIN_REFUSED        | LOGIN_REFUSED
            42000      | 1044 | NO_PERMISSION        | NO_PERMISSION
            42000      | 1142 | NO_PERMISSION        | NO_PERMISSION
            42000      | 1227 | NO_PERMISSION        | NO_PERMISSION
            42000      | 1049 | NO_DATABASE          | NO_DATABASE
            HY000      | 1129 | HOST_REFUSED         | HOST_REFUSED
            HY000      | 1130 | HOST_REFUSED         | HOST_REFUSED
            HY000      | 1290 | READ_ONLY            | READ_ONLY
            HY000      | 1836 | READ_ONLY            | READ_ONLY
            25006      | 1792 | READ_ONLY            | READ_ONLY
            08004      | 1040 | TOO_MANY_CONNECTIONS | TOO_MANY_CONNECTIONS
            42000      | 1203 | TOO_MANY_CONNECTIONS | TOO_MANY_CONNECTIONS
            08S01      | 1053 | STARTING             | LOST
            70100      | 1927 | LOST                 | LOST
            HY000      | 1205 | LOCKED               | LOCKED
            70100      | 1969 | CANCELED             | CANCELED
            HY000      | 1021 | FULL                 | FULL
            HY000      | 1862 | PASSWORD_EXPIRED     | PASSWORD_EXPIRED
            08000      | -1   | NOT_CONNECTED        | LOST
            42S02      | 1146 | OTHER                | OTHER
            # H2
            28000      | 28000 | LOGIN_REFUSED       | LOGIN_REFUSED
            90146      | 90146 | NO_DATABASE         | NO_DATABASE
            90096      | 90096 | NO_PERMISSION       | NO_PERMISSION
            90097      | 90097 | FILE_READ_ONLY      | FILE_READ_ONLY
            90067      | 90067 | UNREACHABLE         | UNREACHABLE
            90049      | 90049 | ENCRYPTED           | ENCRYPTED
            90030      | 90030 | DAMAGED             | DAMAGED
            90020      | 90020 | FILE_OPEN_ELSEWHERE | FILE_OPEN_ELSEWHERE
            HYT00      | 50200 | LOCKED              | LOCKED
            42S02      | 42102 | OTHER               | OTHER
            # MariaDB's driver, before it has sent the password to MySQL
            S1009      | 0    | KEY_MISSING          | OTHER
            # SQLite
            -          | 5    | FILE_BUSY            | FILE_BUSY
            -          | 261  | FILE_BUSY            | FILE_BUSY
            -          | 8    | FILE_READ_ONLY       | FILE_READ_ONLY
            -          | 1032 | FILE_READ_ONLY       | FILE_READ_ONLY
            -          | 10   | DISK                 | DISK
            -          | 13   | FULL                 | FULL
            -          | 14   | FILE_UNOPENABLE      | FILE_UNOPENABLE
            -          | 26   | DAMAGED              | DAMAGED
            -          | 1    | OTHER                | OTHER
            """)
    void areToldByStateAndCode(String state, int code, Fault opening, Fault working) {
        SQLException error = new SQLException("FATAL: permission denied, read-only, login refused", state, code);

        assertThat(Faults.opening(error)).isEqualTo(opening);
        assertThat(Faults.working(error)).isEqualTo(working);
    }

    static Stream<Arguments> network() {
        return Stream.of(
                Arguments.of(new ConnectException("refused"), Fault.UNREACHABLE, true),
                Arguments.of(new NoRouteToHostException(), Fault.UNREACHABLE, true),
                Arguments.of(new SocketTimeoutException(), Fault.UNREACHABLE, true),
                Arguments.of(new EOFException(), Fault.UNREACHABLE, true),
                Arguments.of(new UnknownHostException("db"), Fault.UNKNOWN_HOST, true),
                Arguments.of(new SSLHandshakeException("bad certificate"), Fault.TLS_REFUSED, false),
                Arguments.of(new IOException("unlike the others"), Fault.OTHER, false));
    }

    @ParameterizedTest
    @MethodSource("network")
    void areToldByTheErrorOfTheNetwork(Exception cause, Fault fault, boolean passes) {
        SQLException error =
                new SQLTransientConnectionException("no connection from the pool", new SQLException(cause));

        assertThat(Faults.opening(error)).isEqualTo(fault);
        assertThat(Faults.opening(error).isPassing()).isEqualTo(passes);
    }

    @Test
    void areThoseOfTheDriverAndNotOfThePool() {
        SQLException driver = new SQLException("password authentication failed", "28P01");

        assertThat((Object) Faults.root(new SQLTransientConnectionException("timed out", driver)))
                .isSameAs(driver);
    }

    @ParameterizedTest
    @EnumSource
    void sayWhatHappenedAndWhatToDo(Fault fault) {
        assertThat(fault.what()).isNotBlank().doesNotEndWith(".");
        assertThat(fault.next()).isNotBlank().doesNotEndWith(".");
        assertThat(fault.ofServer().what()).doesNotContain("the file");
    }
}
