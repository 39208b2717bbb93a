package dev.switchback.core.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.core.sql.CopyData;
import dev.switchback.core.sql.SqlStatement;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DoneStatementsTest {

    private static SqlStatement statement(int index, String sql) {
        return new SqlStatement(index, index, sql, Optional.empty());
    }

    /** Part of a released format: {@code printf 'CREATE TABLE g (id INTEGER)\0INSERT …\0' | sha256sum}. */
    @Test
    void theHashIsPinnedForEver() {
        DoneStatements done = new DoneStatements();
        assertThat(done.hash()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        done.add(statement(1, "CREATE TABLE g (id INTEGER)"));
        done.add(statement(2, "INSERT INTO g (id) VALUES (1)"));
        assertThat(done.count()).isEqualTo(2);
        assertThat(done.hash()).isEqualTo("ee652a13f2c306a5218b05204db604c090273653aaca6055b6b76bcee1073711");
        assertThat(done.marks()).isEqualTo("31b102bb1ef27e9d");
        assertThat(DoneStatements.mark(statement(2, "INSERT INTO g (id) VALUES (1)")))
                .isEqualTo("1ef27e9d");
    }

    @Test
    void twoStatementsAreNotOne() {
        DoneStatements two = new DoneStatements();
        two.add(statement(1, "a"));
        two.add(statement(2, "b"));
        DoneStatements one = new DoneStatements();
        one.add(statement(1, "ab"));
        assertThat(two.hash()).isNotEqualTo(one.hash());
    }

    @Test
    void theRowsOfACopyCount() {
        SqlStatement with = new SqlStatement(1, 1, "COPY t FROM stdin", Optional.of(CopyData.of("1\n")));
        assertThat(DoneStatements.mark(with)).isNotEqualTo(DoneStatements.mark(statement(1, "COPY t FROM stdin")));
    }

    @Test
    void aCopyIsCountedOnIndependently() {
        DoneStatements first = new DoneStatements();
        first.add(statement(1, "a"));
        DoneStatements second = first.copy();
        first.add(statement(2, "b"));
        assertThat(second.count()).isEqualTo(1);
        second.add(statement(2, "b"));
        assertThat(second.hash()).isEqualTo(first.hash());
        assertThat(second.marks()).isEqualTo(first.marks());
    }

    @Test
    void onlyTheFirstThousandHaveAMark() {
        DoneStatements done = new DoneStatements();
        for (int i = 1; i <= 1500; i++) {
            done.add(statement(i, "INSERT INTO t VALUES (" + i + ")"));
        }
        assertThat(done.marks()).hasSize(8000);
        assertThat(done.count()).isEqualTo(1500);
    }
}
