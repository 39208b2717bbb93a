package dev.switchback.tck.fake;

import dev.switchback.tck.EngineLoader;
import dev.switchback.tck.EngineProviderContract;
import dev.switchback.tck.H2Database;
import java.util.List;

final class FakeH2EngineProviderContractTest extends EngineProviderContract {
    FakeH2EngineProviderContractTest() {
        super(new FakeEngineProvider(), new H2Database());
    }

    @Override
    protected ClassLoader engines() {
        return EngineLoader.of(List.of(FakeEngineProvider.class));
    }
}
