package dev.switchback.api.schema;

import dev.switchback.api.model.CreateResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A migration that was made from a difference, and proven.
 *
 * @param files the files, which a dry run did not write; empty if there was nothing to write
 * @param changes what it changes
 * @param renames what it renames
 * @param statements how many statements its up script has
 * @param irreversible why it cannot be reverted, if it cannot
 * @param heldBack what was not dropped and stands in {@code pending-drops}, such as {@code column book.subtitle}
 * @param pendingDrops the file {@code pending-drops}, if it was written
 * @param notes what to know: what the statements do to rows, what could not be compared or tried
 */
public record AutogenerateResult(
        Optional<CreateResult> files,
        List<SchemaChange> changes,
        List<Rename> renames,
        int statements,
        Optional<String> irreversible,
        List<String> heldBack,
        Optional<Path> pendingDrops,
        List<String> notes) {
    /** Copies the lists. */
    public AutogenerateResult {
        Objects.requireNonNull(files, "files");
        changes = List.copyOf(changes);
        renames = List.copyOf(renames);
        Objects.requireNonNull(irreversible, "irreversible");
        heldBack = List.copyOf(heldBack);
        Objects.requireNonNull(pendingDrops, "pendingDrops");
        notes = List.copyOf(notes);
    }
}
