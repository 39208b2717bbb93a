package dev.switchback.tck.fake;

import dev.switchback.tck.EngineLoader;
import dev.switchback.tck.EngineProviderContract;
import dev.switchback.tck.SqliteDatabase;
import java.util.List;

final class FakeSqliteEngineProviderContractTest extends EngineProviderContract {
    FakeSqliteEngineProviderContractTest() {
        super(new FakeEngineProvider(), new SqliteDatabase());
    }

    @Override
    protected ClassLoader engines() {
        return EngineLoader.of(List.of(FakeEngineProvider.class));
    }
}
