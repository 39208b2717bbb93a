package dev.switchback.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class GeneratedScriptsTest {
    private static final int SCRIPTS = 400;

    @ParameterizedTest
    @EnumSource
    void givesBackTheStatementsThatAScriptWasMadeOf(SqlDialect dialect) {
        for (long seed = 1; seed <= SCRIPTS; seed++) {
            ScriptGenerator generator = new ScriptGenerator(dialect, seed);
            String script = generator.write(1 + (int) (seed % 12));
            assertThat(SqlSplitter.of(dialect).split(script, "seed-" + seed + ".sql"))
                    .as("seed %d:%n%s", seed, script)
                    .containsExactlyElementsOf(generator.statements());
        }
    }

    /** A splitter that goes back over what it has read would need minutes for one of these. */
    @ParameterizedTest
    @EnumSource
    void needsTimeInProportionToTheLengthOfTheScript(SqlDialect dialect) {
        String insert = "insert into t values (1, 'it''s; a row', 'and a text to make it longer, as rows are');\n";
        String many = insert.repeat(100_000);
        String one = "insert into t values ('" + "it''s; ".repeat(1_000_000) + "')";
        long start = System.nanoTime();
        assertThat(SqlSplitter.of(dialect).split(many, "many.sql")).hasSize(100_000);
        assertThat(SqlSplitter.of(dialect).split(one, "one.sql")).hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }
}
