package dev.switchback.core.source;

import dev.switchback.api.model.CreateRequest;
import dev.switchback.api.model.CreateResult;
import dev.switchback.api.model.RebaseResult.Rebased;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.Offer;
import dev.switchback.core.port.MigrationFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The migrations of the setting {@code dirs}, behind the port. */
record FolderMigrationFiles(MigrationSources sources, Clock clock) implements MigrationFiles {

    @Override
    public Offer load() {
        return sources.source().load();
    }

    @Override
    public CreateResult create(CreateRequest request) {
        return sources.writer(clock).create(request);
    }

    @Override
    public CreateResult create(CreateRequest request, Scripts scripts) {
        return sources.writer(clock).create(request, Optional.of(scripts));
    }

    @Override
    public boolean record(Collection<String> scripts) {
        return sources.record(scripts);
    }

    @Override
    public List<String> pin(Collection<String> scripts) {
        return sources.pin(scripts);
    }

    @Override
    public List<Rebased> rebase(List<MigrationScript> scripts) {
        return sources.rebase(scripts, clock);
    }

    @Override
    public List<Path> folders() {
        return sources.folders();
    }
}
