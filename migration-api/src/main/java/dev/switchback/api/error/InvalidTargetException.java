package dev.switchback.api.error;

import java.util.List;

/** A target such as {@code +3}, {@code head} or a version cannot be resolved against the known migrations. */
public final class InvalidTargetException extends SwitchbackException {

    private final String target;
    private final List<String> candidates;

    /**
     * Creates the error.
     *
     * @param target the target as it was given
     * @param reason what is wrong with it
     * @param candidates what it could have meant; empty if nothing comes near
     */
    public InvalidTargetException(String target, String reason, List<String> candidates) {
        this(
                target,
                reason,
                candidates,
                candidates.isEmpty()
                        ? "see the known versions with: switchback status"
                        : "choose one of: " + String.join(", ", candidates));
    }

    /**
     * Creates the error.
     *
     * @param target the target as it was given
     * @param reason what is wrong with it
     * @param nextStep what to do instead
     */
    public InvalidTargetException(String target, String reason, String nextStep) {
        this(target, reason, List.of(), nextStep);
    }

    private InvalidTargetException(String target, String reason, List<String> candidates, String nextStep) {
        super(ErrorCode.USAGE, DatabaseState.UNCHANGED, "target '" + target + "': " + reason, nextStep, null);
        this.target = target;
        this.candidates = List.copyOf(candidates);
    }

    /** The target as it was given. */
    public String target() {
        return target;
    }

    /** What it could have meant. */
    public List<String> candidates() {
        return candidates;
    }
}
