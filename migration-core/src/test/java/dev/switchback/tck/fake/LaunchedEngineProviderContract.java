package dev.switchback.tck.fake;

import dev.switchback.core.port.EngineProvider;
import dev.switchback.tck.EngineLoader;
import dev.switchback.tck.EngineProviderContract;
import dev.switchback.tck.SqliteDatabase;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

/** Run by {@link BrokenEnginesTest} only. */
@ExtendWith(ContractLauncher.Resolver.class)
final class LaunchedEngineProviderContract extends EngineProviderContract {
    LaunchedEngineProviderContract(EngineProvider engine) {
        super(engine, new SqliteDatabase());
    }

    @Override
    protected ClassLoader engines() {
        return EngineLoader.of(List.of(FakeEngineProvider.class));
    }
}
