package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.core.port.EngineProvider;
import dev.switchback.tck.fault.Fault;
import dev.switchback.tck.fault.FaultCommand;
import dev.switchback.tck.fault.FaultLoop;
import dev.switchback.tck.fault.FaultTally;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever JDBC call of a command fails, and however: on a database that rolls back DDL, schema and history are as they
 * were before the migration or as they are after it, and with a run in one transaction as before or after all of it; on
 * the others, status and journal tell truly how far it got. The lock is free, and the next command comes to the end that
 * an undisturbed run has.
 *
 * <p>This is the short form, which tries a few calls, others every time; the failure names the call, and the same call
 * fails again. {@code mvn -Pfaults} tries all of them.
 */
@Timeout(300)
public abstract class FaultContract {

    private static final int STRIDE = 61;

    private final Random random = new Random();
    private final EngineProvider provider;
    private final TestDatabase product;

    @TempDir
    private Path folder;

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine, a public class with a public constructor without parameters
     * @param product the database to run on
     */
    protected FaultContract(EngineProvider provider, TestDatabase product) {
        this.provider = provider;
        this.product = product;
    }

    @Test
    void anUpgradeSurvivesTheFailureOfAnyCall() throws SQLException {
        survives(FaultCommand.UPGRADE, FaultCommand.UPGRADE_WITHOUT_TRANSACTION, FaultCommand.UPGRADE_AS_ONE);
    }

    @Test
    void aDowngradeSurvivesTheFailureOfAnyCall() throws SQLException {
        survives(FaultCommand.DOWNGRADE, FaultCommand.DOWNGRADE_AS_ONE);
    }

    @Test
    void aStampSurvivesTheFailureOfAnyCall() throws SQLException {
        survives(FaultCommand.STAMP, FaultCommand.STAMP_BACK);
    }

    @Test
    void aRepairSurvivesTheFailureOfAnyCall() throws SQLException {
        survives(
                FaultCommand.MARK_APPLIED,
                FaultCommand.MARK_REVERTED,
                FaultCommand.MARK_DOWN_REVERTED,
                FaultCommand.UPDATE_CHECKSUM,
                FaultCommand.FORGET_MISSING);
    }

    private void survives(FaultCommand... commands) throws SQLException {
        FaultTally tally = new FaultTally();
        try (FaultLoop loop = new FaultLoop(provider, product, folder)) {
            List<FaultCommand> possible = new ArrayList<>(List.of(commands));
            possible.retainAll(FaultCommand.on(product));
            for (FaultCommand command : possible) {
                for (Fault fault : Fault.on(product)) {
                    tally.add(loop.run(command, fault, random.nextInt(STRIDE), STRIDE));
                }
            }
        }
        assertThat(tally.tried()).as("%s", tally).isPositive();
    }
}
