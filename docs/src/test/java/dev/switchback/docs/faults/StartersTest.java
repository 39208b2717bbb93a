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

/** The short form of {@link StartersTrial}: one round, on a fresh database or on one that exists. */
@Timeout(180)
final class StartersTest {

    @TempDir
    private Path project;

    static List<Pair> pairs() {
        return Pair.all();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void applyEachMigrationOnceAndAllSucceed(Pair pair) throws Exception {
        boolean fresh = new Random().nextBoolean();
        assertThat(new StartersTrial(pair, project).run(1, fresh, Deadline.in(Duration.ofMinutes(2))))
                .isEqualTo(1);
    }
}
