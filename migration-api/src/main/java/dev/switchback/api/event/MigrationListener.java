package dev.switchback.api.event;

/**
 * Hears what happens while migrations run. Called on the thread that runs them, between statements, so it should
 * return quickly. What it throws is swallowed: a listener never breaks a run.
 */
@FunctionalInterface
public interface MigrationListener {

    /**
     * Called for every event, in order.
     *
     * @param event what happened
     */
    void on(MigrationEvent event);

    /**
     * Both hear every event, this one first. What this one throws is thrown after the other has heard it too.
     *
     * @param other who hears too
     * @return both as one
     */
    default MigrationListener and(MigrationListener other) {
        return event -> {
            try {
                on(event);
            } finally {
                other.on(event);
            }
        };
    }

    /** Hears nothing. */
    static MigrationListener silent() {
        return event -> {};
    }
}
