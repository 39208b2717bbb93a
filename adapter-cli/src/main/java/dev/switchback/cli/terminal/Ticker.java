package dev.switchback.cli.terminal;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Timer;
import java.util.TimerTask;
import org.jspecify.annotations.Nullable;

/** Calls somebody again and again while a run goes on, from a thread that does not keep the process alive. */
@Singleton
public final class Ticker {

    private @Nullable Timer timer;

    /** Nothing ticks yet. */
    @Inject
    public Ticker() {}

    /**
     * Begins; what ticked before ends.
     *
     * @param millis how long between two calls
     * @param call what is called
     */
    public synchronized void start(long millis, Runnable call) {
        stop();
        Timer started = new Timer("switchback-progress", true);
        started.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        call.run();
                    }
                },
                millis,
                millis);
        timer = started;
    }

    /** Ends. Idempotent. */
    public synchronized void stop() {
        Timer running = timer;
        if (running != null) {
            running.cancel();
            timer = null;
        }
    }
}
