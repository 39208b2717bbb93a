package dev.switchback.api.error;

/** The engine or the database cannot do what was asked. The user chooses another way, or another engine. */
public final class UnsupportedCapabilityException extends SwitchbackException {

    private final String engine;
    private final String capability;

    /**
     * Creates the error.
     *
     * @param engine id of the engine
     * @param capability what it lacks, in words
     * @param nextStep the way out
     */
    public UnsupportedCapabilityException(String engine, String capability, String nextStep) {
        super(
                ErrorCode.UNSUPPORTED,
                DatabaseState.UNCHANGED,
                "engine " + engine + " does not support " + capability,
                nextStep,
                null);
        this.engine = engine;
        this.capability = capability;
    }

    private UnsupportedCapabilityException(String engine, String capability, String message, String nextStep) {
        super(ErrorCode.UNSUPPORTED, DatabaseState.UNCHANGED, message, nextStep, null);
        this.engine = engine;
        this.capability = capability;
    }

    /**
     * The error where it is not the engine that cannot do it.
     *
     * @param capability what was asked, in words
     * @param reason why it cannot be done, in words
     * @param nextStep the way out
     */
    public static UnsupportedCapabilityException because(String capability, String reason, String nextStep) {
        return new UnsupportedCapabilityException("", capability, capability + " is not possible: " + reason, nextStep);
    }

    /** Id of the engine; empty if it is not the engine that cannot do it. */
    public String engine() {
        return engine;
    }

    /** What it lacks. */
    public String capability() {
        return capability;
    }
}
