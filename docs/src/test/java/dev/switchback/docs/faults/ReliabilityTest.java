package dev.switchback.docs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.docs.Repository;
import dev.switchback.tck.fault.Fault;
import dev.switchback.tck.fault.FaultCommand;
import dev.switchback.tck.fault.FaultLoop;
import dev.switchback.tck.fault.FaultTally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The long form of all fault tests: tries, counts, and writes the page {@code docs/reference/reliability.md}. Run with
 * {@value ReliabilityPage#COMMAND}.
 */
@Tag("faults")
class ReliabilityTest {

    /** How long all of it may take; a slow machine needs more for all of what is counted below. */
    private static final int MINUTES = Integer.getInteger(ReliabilityPage.MINUTES, ReliabilityPage.USUAL);

    /**
     * Until which part of the time each of them may go on. Those that have a number to reach come first, and leave to the
     * others what they do not need; some of the time is not given away, because what has begun is brought to its end.
     */
    private static final double KILLS = 0.4;

    private static final double STARTS = 0.8;
    private static final double CALLS = 0.93;
    private static final double SEQUENCES = 0.98;

    private static final int KILLS_EACH = 50;
    private static final int MIGRATIONS = 200;
    private static final int ROUNDS_EACH = 20;
    private static final int SEQUENCES_EACH = 10;

    /** The calls of a command are tried in so many passes, each of which covers the whole of it. */
    private static final int PASSES = 8;

    private final long seed = new Random().nextLong();
    private final long start = System.nanoTime();
    private final List<Throwable> failures = new ArrayList<>();

    @TempDir
    Path scratch;

    @Test
    void survivesAllFaultsAndWritesThePage() throws Exception {
        System.out.println("seed " + seed);
        Map<Pair, CrashTally> kills = kills();
        Map<Pair, Integer> starts = starts();
        ReliabilityPage page = new ReliabilityPage(seed, MINUTES);
        page.calls(calls());
        page.kills(kills);
        page.starts(starts);
        page.sequences(sequences());
        System.out.println(page.total() + ", in "
                + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s");
        failures.forEach(failure -> failure.printStackTrace(System.out));
        assertThat(failures).as("seed %d", seed).isEmpty();
        page.write(Repository.root().resolve("docs/reference/reliability.md"));
    }

    /** What is left until a part of the time is over. */
    private Duration until(double part) {
        Duration past = Duration.ofNanos(System.nanoTime() - start);
        return Duration.ofSeconds(Math.round(part * MINUTES * 60)).minus(past);
    }

    private Path folder() throws IOException {
        return Files.createTempDirectory(scratch, "trial");
    }

    private Map<Pair, FaultTally> calls() throws InterruptedException {
        return InTurns.with("JDBC calls", until(CALLS), this::calls, failures);
    }

    private FaultTally calls(Pair pair, Deadline deadline) throws IOException, SQLException {
        FaultTally tally = new FaultTally();
        try (FaultLoop loop = new FaultLoop(pair.engine(), pair.product(), folder())) {
            for (int first = 0; first < PASSES; first++) {
                for (FaultCommand command : FaultCommand.on(pair.product())) {
                    for (Fault fault : Fault.on(pair.product())) {
                        if (deadline.isOpen()) {
                            tally.add(loop.run(command, fault, first, PASSES));
                        }
                    }
                }
            }
        }
        return tally;
    }

    private Map<Pair, CrashTally> kills() throws InterruptedException {
        return InTurns.with(
                "killed processes",
                until(KILLS),
                (pair, deadline) ->
                        new CrashTrial(pair, folder(), new Random(seed), MIGRATIONS).run(KILLS_EACH, deadline),
                failures);
    }

    private Map<Pair, Integer> starts() throws InterruptedException {
        return InTurns.with(
                "rounds of starters",
                until(STARTS),
                (pair, deadline) -> new StartersTrial(pair, folder()).run(ROUNDS_EACH, true, deadline),
                failures);
    }

    private Map<Pair, Integer> sequences() throws InterruptedException {
        return InTurns.with(
                "sequences",
                until(SEQUENCES),
                (pair, deadline) -> {
                    int made = 0;
                    while (made < SEQUENCES_EACH && deadline.isOpen()) {
                        long own = seed + made;
                        try {
                            new ModelTrial(pair, folder(), new Random(own)).run(ModelTrial.LONG);
                        } catch (AssertionError e) {
                            throw new AssertionError("seed " + own + ": " + e.getMessage(), e);
                        }
                        made++;
                    }
                    return made;
                },
                failures);
    }
}
