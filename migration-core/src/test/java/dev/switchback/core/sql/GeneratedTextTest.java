package dev.switchback.core.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.core.domain.SqlScript;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A text that is made when it is needed. */
final class GeneratedTextTest {

    private final AtomicInteger made = new AtomicInteger();
    private final ScriptText text = ScriptText.generated(() -> "select " + made.incrementAndGet() + ";");

    @Test
    void isNotMadeByWhoLooksAtIt() {
        SqlScript script = new SqlScript("V1__a.xml", ScriptText.of("<a/>"), text, SqlScript.Transaction.AUTO);
        assertThat(script).hasToString("SqlScript[V1__a.xml, transaction AUTO]");
        assertThat(script.isGenerated()).isTrue();
        assertThat(text).hasToString("ScriptText[generated]");
        assertThat(made).hasValue(0);
    }

    @Test
    void isMadeOnce() {
        assertThat(text.string()).isEqualTo("select 1;");
        assertThat(text.size()).isEqualTo(9);
        assertThat(text.beginning(6)).isEqualTo("select");
        assertThat(text).isEqualTo(ScriptText.of("select 1;")).hasSameHashCodeAs(ScriptText.of("select 1;"));
        assertThat(SqlSplitter.of(SqlDialect.H2).split(text, "a")).hasSize(1);
        assertThat(made).hasValue(1);
        assertThat(ScriptText.of("").isGenerated()).isFalse();
    }

    @Test
    void isTriedAgainAfterAFailure() {
        ScriptText failing = ScriptText.generated(() -> {
            if (made.incrementAndGet() == 1) {
                throw new SqlSyntaxProblem("a", 1, "no", "do");
            }
            return "select 1;";
        });
        assertThatThrownBy(failing::string).isInstanceOf(SqlSyntaxProblem.class);
        assertThat(failing.string()).isEqualTo("select 1;");
    }
}
