package dev.switchback.api.schema;

import java.util.Optional;

/** Decides what looks like a rename and was not answered beforehand. Called by the thread that makes the migration. */
@FunctionalInterface
public interface RenameDecision {

    /** Decides nothing: what looks like a rename is then refused, with the ways to answer it. */
    RenameDecision UNDECIDED = likely -> Optional.empty();

    /**
     * Decides one.
     *
     * @param likely what looks like a rename
     * @return true if it was renamed, false if the old one is dropped and the new one is something else; empty if that
     *     is not decided
     */
    Optional<Boolean> isRename(Rename likely);
}
