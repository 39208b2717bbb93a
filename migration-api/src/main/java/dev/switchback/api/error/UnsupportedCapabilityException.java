package dev.switchback.api.error;

/** The engine cannot do what was asked. The user chooses another way or another engine. */
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

    /** Id of the engine. */
    public String engine() {
        return engine;
    }

    /** What it lacks. */
    public String capability() {
        return capability;
    }
}
