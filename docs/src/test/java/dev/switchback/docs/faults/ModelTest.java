package dev.switchback.docs.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The short form of {@link ModelTrial}: one sequence for each engine and database, another one each time. */
@Timeout(180)
final class ModelTest {

    private static final int STEPS = 15;

    @TempDir
    private Path project;

    static List<Pair> pairs() {
        return Pair.all();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyStepLeadsWhereTheModelSays(Pair pair) throws Exception {
        long seed = new Random().nextLong();
        try {
            new ModelTrial(pair, project, new Random(seed)).run(STEPS);
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }
}
