package dev.switchback.tck.fake;

import dev.switchback.core.port.EngineProvider;
import dev.switchback.tck.MigrationRunnerContract;
import dev.switchback.tck.SqliteDatabase;
import org.junit.jupiter.api.extension.ExtendWith;

/** Run by {@link BrokenEnginesTest} only. */
@ExtendWith(ContractLauncher.Resolver.class)
final class LaunchedMigrationRunnerContract extends MigrationRunnerContract {
    LaunchedMigrationRunnerContract(EngineProvider engine) {
        super(engine, new SqliteDatabase());
    }
}
