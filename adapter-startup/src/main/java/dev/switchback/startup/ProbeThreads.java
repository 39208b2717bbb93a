package dev.switchback.startup;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A few threads that talk with clients. Whoever sends half a request holds one of them as long as nobody else needs it:
 * where all are taken, the oldest talk is broken off for a new one.
 */
final class ProbeThreads implements Executor, AutoCloseable {

    static final int MOST = 16;

    private static final long IDLE_SECONDS = 30;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            MOST, MOST, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), ProbeThreads::thread);

    /** Oldest first. */
    private final Set<Thread> talking = new LinkedHashSet<>();

    private int open;

    ProbeThreads() {
        threads.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "switchback-probes");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void execute(Runnable talk) {
        makeRoom();
        threads.execute(() -> run(talk));
    }

    private void run(Runnable talk) {
        begin();
        try {
            talk.run();
        } finally {
            end();
            finished();
        }
    }

    /** Does in the middle of a talk what is no talk and has a limit of its own, and therefore is not broken off. */
    <T> T aside(Supplier<T> work) {
        end();
        try {
            return work.get();
        } finally {
            begin();
        }
    }

    private synchronized void makeRoom() {
        open++;
        Iterator<Thread> oldest = talking.iterator();
        if (open > MOST && oldest.hasNext()) {
            Thread thread = oldest.next();
            oldest.remove();
            // a channel that is read closes itself then
            thread.interrupt();
        }
    }

    private synchronized void begin() {
        talking.add(Thread.currentThread());
    }

    /** An interruption that came too late is meant for nobody any more. */
    private synchronized void end() {
        if (!talking.remove(Thread.currentThread())) {
            Thread.interrupted();
        }
    }

    private synchronized void finished() {
        open--;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
