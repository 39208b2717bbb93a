package dev.switchback.cli.command;

import dev.switchback.api.schema.Rename;
import dev.switchback.api.schema.RenameDecision;
import java.util.Optional;

/** Asks a person whether something was renamed; without one, nothing is decided. Used by one thread. */
final class RenameQuestions implements RenameDecision {

    private final Confirmation confirmation;
    private final Arguments arguments;

    RenameQuestions(Confirmation confirmation, Arguments arguments) {
        this.confirmation = confirmation;
        this.arguments = arguments;
    }

    @Override
    public Optional<Boolean> isRename(Rename likely) {
        String what = likely.column()
                .map(column -> "column " + likely.table() + "." + column)
                .orElseGet(() -> "table " + likely.table());
        return confirmation.decide(
                arguments,
                "Was " + what + " renamed to " + likely.to() + "? If not, it is dropped and " + likely.to()
                        + " is made anew. [y/n] ");
    }
}
