package dev.switchback.tck.fake;

import dev.switchback.core.port.EngineProvider;
import dev.switchback.tck.SchemaVersionStoreContract;
import dev.switchback.tck.SqliteDatabase;
import org.junit.jupiter.api.extension.ExtendWith;

/** Run by {@link BrokenEnginesTest} only. */
@ExtendWith(ContractLauncher.Resolver.class)
final class LaunchedSchemaVersionStoreContract extends SchemaVersionStoreContract {
    LaunchedSchemaVersionStoreContract(EngineProvider engine) {
        super(engine, new SqliteDatabase());
    }
}
