package dev.switchback.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Enough of a statement to know it, and nothing that may be a secret. */
final class StatementHeadTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "CREATE INDEX CONCURRENTLY i ON t (a) | CREATE INDEX CONCURRENTLY i ON t (a)",
                "ALTER ROLE app PASSWORD 'hunter2' | ALTER ROLE app PASSWORD …",
                "CREATE USER app IDENTIFIED BY 'x' | CREATE USER app IDENTIFIED BY …",
                "DO $$ hunter2 $$ | DO …",
                "ALTER TABLE t /* hunter2 */ ADD c INT | ALTER TABLE t …",
                "ALTER TABLE t -- hunter2 | ALTER TABLE t …",
                "~  UPDATE t\n   SET  n = 1~ | UPDATE t SET n = 1"
            })
    void endsWhereAValueOrACommentBegins(String sql, String head) {
        assertThat(StatementHead.of(sql)).contains(head);
    }

    @Test
    void isShort() {
        String head = StatementHead.of("SELECT " + "a, ".repeat(1000)).orElseThrow();
        assertThat(head).hasSizeLessThanOrEqualTo(82).endsWith(" …");
    }

    @Test
    void isNothingWhereNothingMayBeSeen() {
        assertThat(StatementHead.of(null)).isEmpty();
        assertThat(StatementHead.of("")).isEmpty();
        assertThat(StatementHead.of("-- hunter2")).isEmpty();
        assertThat(StatementHead.of("<insufficient privilege>")).isEmpty();
    }
}
