package dev.switchback.core.port;

import dev.switchback.api.model.CreateRequest;
import dev.switchback.api.model.CreateResult;
import dev.switchback.api.model.RebaseResult.Rebased;
import dev.switchback.core.domain.MigrationScript;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A source whose files can be written: new migrations, and the manifest of their content. Thread-safe. */
public interface MigrationFiles extends MigrationSource {

    /**
     * Creates the files of a new migration. Called by {@code create}; connects to nothing.
     *
     * @param request what to create
     * @return the files
     */
    CreateResult create(CreateRequest request);

    /**
     * What new files contain below the line that says what the migration does.
     *
     * @param up the migration
     * @param down the down script, if there is one
     */
    record Scripts(String up, Optional<String> down) {}

    /**
     * The same with content. Called when a migration was made from a difference.
     *
     * @param request what to create; with a down script if there is content for one
     * @param scripts the content
     * @return the files
     */
    CreateResult create(CreateRequest request, Scripts scripts);

    /**
     * Records the content of files in the manifest as it is now, whatever was recorded before. Called by {@code repair}.
     *
     * @param scripts paths as in {@code Migration.script} or {@code downScript}, or the manifest itself for all files
     * @return whether any of them was found
     */
    boolean record(Collection<String> scripts);

    /**
     * Records scripts that were just run and are still drafts, so that a later edit is noticed. Called at the end of a
     * run, which it never fails.
     *
     * @param scripts paths as in {@code Migration.script} or {@code downScript}
     * @return a warning for each manifest that could not be written
     */
    List<String> pin(Collection<String> scripts);

    /**
     * Gives versioned migrations new versions, higher than all others, by renaming their files and their lines in the
     * manifest; a file in the format of an engine says its new version inside as well. Called by {@code rebase} for
     * migrations that are not applied; renames all of them or none.
     *
     * @param scripts the migrations, in the order that they are to keep
     * @return what is called what now
     */
    List<Rebased> rebase(List<MigrationScript> scripts);

    /** The folders that the migrations are read from; what is on the class path is not in a folder. */
    List<Path> folders();
}
