package dev.switchback.core.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.LockType;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.error.ErrorCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class LockRuleTest {

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void autoAndNoneCanBeHadEverywhere(DatabaseKind kind) {
        for (boolean remote : new boolean[] {false, true}) {
            assertThatCode(() -> LockRule.require(LockType.AUTO, kind, remote)).doesNotThrowAnyException();
            assertThatCode(() -> LockRule.require(LockType.NONE, kind, remote)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ADVISORY, POSTGRESQL, true",
        "ADVISORY, MARIADB, true",
        "ADVISORY, MYSQL, false",
        "FILE, SQLITE, false",
        "FILE, H2, false",
    })
    void whatHoldsThereIsTaken(LockType asked, DatabaseKind kind, boolean remote) {
        assertThatCode(() -> LockRule.require(asked, kind, remote)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ADVISORY | SQLITE     | false | SQLite has no advisory locks | set it to file
            ADVISORY | H2         | true  | H2 has no advisory locks     | set it to file
            FILE     | POSTGRESQL | true  | PostgreSQL is on a server    | set it to advisory
            FILE     | MARIADB    | false | MariaDB is on a server       | set it to advisory
            FILE     | MYSQL      | true  | MySQL is on a server         | set it to advisory
            FILE     | H2         | true  | H2 is on a server            | leave the setting out
            """)
    void whatWouldKeepNobodyAwayIsRefused(
            LockType asked, DatabaseKind kind, boolean remote, String reason, String next) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> LockRule.require(asked, kind, remote))
                .withMessageContaining("lock.type: " + reason)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIG))
                .satisfies(e -> assertThat(e.nextStep()).contains(next));
    }
}
