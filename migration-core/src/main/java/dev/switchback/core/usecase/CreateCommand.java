package dev.switchback.core.usecase;

import dev.switchback.api.model.CreateRequest;
import dev.switchback.api.model.CreateResult;
import dev.switchback.core.source.MigrationSources;
import java.time.Clock;

/** Creates the files of a new migration; connects to nothing. */
final class CreateCommand {

    private final MigrationSources files;
    private final Clock clock;

    CreateCommand(MigrationSources files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    CreateResult create(CreateRequest request) {
        return files.writer(clock).create(request);
    }
}
