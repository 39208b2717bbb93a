package dev.switchback.tck;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.core.port.EngineProvider;
import java.util.List;

/** What only Sqlite understands, with every engine. */
public abstract class SqliteDialectContract extends DialectContract {

    /**
     * For the classes that name an engine.
     *
     * @param provider the engine
     */
    protected SqliteDialectContract(EngineProvider provider) {
        super(provider, new SqliteDatabase());
    }

    static List<DialectCase> cases() {
        return DialectCase.of(DatabaseKind.SQLITE);
    }
}
