package dev.switchback.flyway;

import dev.switchback.core.domain.SqlScript;
import java.io.Reader;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * A script as Flyway's parser wants it: streamed, so that Flyway keeps none of its statements. A streamed script Flyway
 * reads twice, at first to find out whether its statements may share a transaction. The core has decided that, and
 * Flyway's parser is slow, so the first time there is nothing to read.
 */
final class ScriptResource extends LoadableResource {

    private final SqlScript script;
    private boolean asked;

    ScriptResource(SqlScript script) {
        this.script = script;
    }

    @Override
    public Reader read() {
        Reader reader = asked ? script.sql().open() : Reader.nullReader();
        asked = true;
        return reader;
    }

    @Override
    public boolean shouldStream() {
        return true;
    }

    @Override
    public String getAbsolutePath() {
        return script.file();
    }

    @Override
    public String getAbsolutePathOnDisk() {
        return script.file();
    }

    @Override
    public String getFilename() {
        return script.file();
    }

    @Override
    public String getRelativePath() {
        return script.file();
    }
}
