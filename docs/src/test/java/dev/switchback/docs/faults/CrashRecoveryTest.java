package dev.switchback.docs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The short form of {@link CrashTrial}. */
@Timeout(120)
final class CrashRecoveryTest {

    private static final int KILLS = 2;
    private static final int MIGRATIONS = 40;

    @TempDir
    private Path project;

    static List<Pair> pairs() {
        return Pair.all();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theNextUpgradeMendsWhatAKilledProcessLeft(Pair pair) throws Exception {
        long seed = new Random().nextLong();
        try {
            CrashTally tally = new CrashTrial(pair, project, new Random(seed), MIGRATIONS)
                    .run(KILLS, Deadline.in(Duration.ofMinutes(1)));
            assertThat(tally.killed()).as("%s", tally).isEqualTo(KILLS);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }
}
