package dev.switchback.tck.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.MigrationManager;
import dev.switchback.core.port.EngineProvider;
import dev.switchback.tck.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fails a command at its first JDBC call, at its second, and so on until it comes to its end without a fault, and looks
 * each time at what is left and whether the next command mends it.
 */
public final class FaultLoop implements AutoCloseable {

    private static final int MOST_FAILURES = 5;

    private final FaultBench bench;
    private final Map<FaultCommand, Undisturbed> references = new EnumMap<>(FaultCommand.class);

    /**
     * Takes a database.
     *
     * @param provider the engine, a public class with a public constructor without parameters
     * @param product the database to run on
     * @param folder a folder that is deleted after the test
     */
    public FaultLoop(EngineProvider provider, TestDatabase product, Path folder) {
        this.bench = new FaultBench(provider, product, folder);
    }

    /**
     * Tries one fault at many places of one command.
     *
     * @param command the command
     * @param fault the fault
     * @param first how many calls to let through at first
     * @param stride how many more each time; 1 for every place
     * @return what was tried
     * @throws AssertionError if anything was left that must not be
     * @throws SQLException if no other database can be had after that
     */
    public FaultTally run(FaultCommand command, Fault fault, int first, int stride) throws SQLException {
        Undisturbed undisturbed = references.get(command);
        if (undisturbed == null) {
            undisturbed = Undisturbed.run(bench, command);
            references.put(command, undisturbed);
        }
        FaultTally tally = new FaultTally();
        List<String> failures = new ArrayList<>();
        for (int let = first; failures.size() < MOST_FAILURES; let += stride) {
            FaultySource source = new FaultySource(bench.database().dataSource(), fault, let);
            try {
                bench.start(command);
                Throwable thrown = disturbed(command, source);
                if (source.struck().isEmpty()) {
                    assertThat(thrown).as("without a fault").isNull();
                    break;
                }
                tally.add(new Aftermath(bench, command, undisturbed, source, fault).survive(thrown));
            } catch (AssertionError | RuntimeException e) {
                failures.add(fault + " at call " + let + " (" + source.struck().orElse("none") + "): " + e);
                bench.renew();
            }
        }
        assertThat(failures).as("%s of %s, %s", command, bench.name(), tally).isEmpty();
        return tally;
    }

    private @Nullable Throwable disturbed(FaultCommand command, FaultySource source) {
        try (MigrationManager manager = bench.open(source, command)) {
            command.run(manager);
            return null;
        } catch (RuntimeException | Error e) {
            return e;
        }
    }

    @Override
    public void close() throws SQLException {
        bench.close();
    }
}
