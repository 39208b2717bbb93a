package dev.switchback.tck;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.core.port.EngineProvider;
import java.util.List;

/** What only H2 understands, with every engine. */
public abstract class H2DialectContract extends DialectContract {

    /**
     * For the classes that name an engine.
     *
     * @param provider the engine
     */
    protected H2DialectContract(EngineProvider provider) {
        super(provider, new H2Database());
    }

    static List<DialectCase> cases() {
        return DialectCase.of(DatabaseKind.H2);
    }
}
