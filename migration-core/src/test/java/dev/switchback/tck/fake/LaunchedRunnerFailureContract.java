package dev.switchback.tck.fake;

import dev.switchback.core.port.EngineProvider;
import dev.switchback.tck.RunnerFailureContract;
import dev.switchback.tck.SqliteDatabase;
import org.junit.jupiter.api.extension.ExtendWith;

/** Run by {@link BrokenEnginesTest} only. */
@ExtendWith(ContractLauncher.Resolver.class)
final class LaunchedRunnerFailureContract extends RunnerFailureContract {
    LaunchedRunnerFailureContract(EngineProvider engine) {
        super(engine, new SqliteDatabase());
    }
}
