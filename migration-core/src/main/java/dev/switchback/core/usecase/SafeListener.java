package dev.switchback.core.usecase;

import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;

/**
 * Keeps a listener that throws from breaking a run.
 *
 * @param listener the listener
 */
public record SafeListener(MigrationListener listener) implements MigrationListener {

    @Override
    public void on(MigrationEvent event) {
        try {
            listener.on(event);
        } catch (RuntimeException e) {
            // promised by MigrationListener: what it throws is swallowed
        }
    }
}
