package dev.switchback.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.core.domain.Dialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What to do about a server that is not as a script needs it; the codes are those that MySQL 9.7 gave. */
class ScriptAdviceTest {

    @ParameterizedTest
    @ValueSource(ints = {1418, 1419})
    void namesTheSettingThatForbidsFunctionsOnMysql(int code) throws SQLException {
        SQLException refused = new SQLException("You do not have the SUPER privilege", "HY000", code);
        try (Connection any = DriverManager.getConnection("jdbc:h2:mem:")) {
            assertThat(ScriptAdvice.of(any, Dialect.MARIADB, refused))
                    .hasValueSatisfying(advice -> assertThat(advice).contains("log_bin_trust_function_creators = 1"));
            assertThat(ScriptAdvice.of(any, Dialect.MARIADB, new SQLException("denied", "42000", 1227)))
                    .hasValueSatisfying(advice -> assertThat(advice).contains("grant"));
        }
    }
}
