package dev.switchback.tck.fake;

import dev.switchback.api.model.EngineInfo;
import dev.switchback.core.port.Engine;
import dev.switchback.core.port.EngineContext;
import dev.switchback.core.port.EngineProvider;
import java.util.Set;

/**
 * An engine in plain JDBC with a table of its own. Not registered in {@code META-INF/services}: a test that wants to find
 * it opens Switchback with {@link dev.switchback.tck.EngineLoader}.
 */
public final class FakeEngineProvider implements EngineProvider {

    static final String TABLE = "fake_history";

    /** Does no work. */
    public FakeEngineProvider() {}

    @Override
    public String id() {
        return info().id();
    }

    @Override
    public EngineInfo info() {
        return new EngineInfo("fake", "Fake", "1", TABLE, Set.of());
    }

    @Override
    public Engine open(EngineContext context) {
        FakeTable table = FakeTable.of(context);
        return new FakeEngine(
                new FakeStore(table),
                connection -> new FakeSession(connection, table.fixed(connection), context.database()));
    }
}
