package dev.switchback.flyway;

import dev.switchback.core.domain.SqlScript;
import java.io.Reader;
import java.io.StringReader;
import org.flywaydb.core.api.resource.LoadableResource;

/** A script as Flyway's parser wants it. */
final class ScriptResource extends LoadableResource {

    private final SqlScript script;

    ScriptResource(SqlScript script) {
        this.script = script;
    }

    @Override
    public Reader read() {
        return new StringReader(script.sql());
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
