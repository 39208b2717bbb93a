package dev.switchback.core.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.core.domain.ddl.DdlRenderer;
import dev.switchback.core.port.SchemaInspector;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/**
 * From any schema to any other and back, as long as there is time: it arrives, and with rows it arrives too or is refused
 * by a statement that has said so. {@code -Dswitchback.pairs.seed=…} runs the pairs of an earlier run again, {@code
 * -Dswitchback.pairs.seconds=…} takes another time. A subclass for each dialect.
 */
abstract class GeneratedPairsContract {

    /** The same pairs in every build, so that a build fails only for what it has changed; the long form tries others. */
    private static final long BUILD = 20_261_126;

    private static final Duration SHORT = Duration.ofSeconds(8);
    private static final int FEW = 200;
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int MANY = 5_000;

    private final SchemaInspector inspector;
    private final DdlRenderer renderer;
    private final boolean transactional;

    /** For the dialects. */
    protected GeneratedPairsContract(SchemaInspector inspector, DdlRenderer renderer, boolean transactional) {
        this.inspector = inspector;
        this.renderer = renderer;
        this.transactional = transactional;
    }

    /**
     * An empty place. What was in the place of this number is gone.
     *
     * @param place 1 or 2
     * @return a connection to it, which the subclass closes
     */
    protected abstract Connection empty(int place) throws SQLException;

    /** Everything that the database knows of its schema, found without the inspector; sorted lines. */
    protected abstract List<String> dump(Connection connection) throws SQLException;

    /** The next pair. */
    protected abstract GeneratedPair pair(Random random);

    /** Whether an error is about rows, not about the script: data that does not fit, or a constraint. */
    protected boolean isOfRows(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("22") || state.startsWith("23");
    }

    /** Whether an error says that nothing can ever be written in a table, with such a schema. */
    protected boolean takesNoRows(SQLException e) {
        return false;
    }

    @Test
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    final void everyWayLeadsThereAndBack(TestReporter reporter) throws SQLException {
        pairs(seed(BUILD), FEW, SHORT, reporter);
    }

    @Test
    @Tag("faults")
    @Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    final void manyWaysLeadThereAndBack(TestReporter reporter) throws SQLException {
        pairs(seed(new Random().nextLong()), MANY, LONG, reporter);
    }

    @Test
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    final void whatWasWrongOnceIsRight() throws SQLException {
        Map<String, GeneratedPair> pairs =
                GeneratedPair.known(inspector.inspect(empty(1), Set.of()).dialect());
        assertThat(pairs).isNotEmpty();
        SoftAssertions.assertSoftly(all ->
                pairs.forEach((name, pair) -> all.assertThatCode(() -> new PairTrial(this, pair).run())
                        .as(name + "\n" + pair)
                        .doesNotThrowAnyException()));
    }

    private static long seed(long otherwise) {
        return Long.getLong("switchback.pairs.seed", otherwise);
    }

    private void pairs(long seed, int most, Duration time, TestReporter reporter) throws SQLException {
        Random random = new Random(seed);
        long end = System.nanoTime()
                + Duration.ofSeconds(Long.getLong("switchback.pairs.seconds", time.toSeconds()))
                        .toNanos();
        int tried = 0;
        int refused = 0;
        List<AssertionError> wrong = new ArrayList<>();
        while (tried < most && (tried == 0 || System.nanoTime() < end)) {
            GeneratedPair pair = pair(random);
            tried++;
            try {
                refused += new PairTrial(this, pair).run() ? 0 : 1;
            } catch (SQLException | RuntimeException | AssertionError e) {
                wrong.add(new AssertionError(
                        "seed " + seed + ", pair " + tried + ": " + e.getMessage() + "\n" + pair, e));
            }
        }
        reporter.publishEntry(
                "pairs", "seed " + seed + ": " + tried + " pairs, " + refused + " refused because of rows");
        if (!wrong.isEmpty()) {
            wrong.subList(1, wrong.size()).forEach(wrong.get(0)::addSuppressed);
            throw wrong.get(0);
        }
        assertThat(refused).as("seed %s", seed).isLessThan(Math.max(2, tried));
    }

    final SchemaInspector inspector() {
        return inspector;
    }

    final DdlRenderer renderer() {
        return renderer;
    }

    /** Whether a script runs in one transaction, if all of its statements can. */
    final boolean isTransactional() {
        return transactional;
    }
}
