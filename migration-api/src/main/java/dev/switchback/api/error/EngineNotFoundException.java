package dev.switchback.api.error;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** No engine, an unknown one, or several with none chosen. The user adds an artifact or chooses one. */
public final class EngineNotFoundException extends SwitchbackException {

    private final @Nullable String asked;
    private final List<String> available;

    /**
     * Creates the error.
     *
     * @param asked the engine that was asked for, or null if none was
     * @param available the engines found on the class path
     * @param reason what is wrong
     * @param nextStep which artifact to add, or which setting to make
     */
    public EngineNotFoundException(@Nullable String asked, List<String> available, String reason, String nextStep) {
        super(ErrorCode.CONFIG, DatabaseState.UNCHANGED, reason, nextStep, null);
        this.asked = asked;
        this.available = List.copyOf(available);
    }

    /** The engine that was asked for, if any. */
    public Optional<String> asked() {
        return Optional.ofNullable(asked);
    }

    /** The engines found on the class path. */
    public List<String> available() {
        return available;
    }
}
