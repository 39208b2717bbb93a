package dev.switchback.tck;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Does something beside the test that may wait for something else there. The common pool is not for that: with two
 * processors it has one thread, and from Java 25 on {@link CompletableFuture} makes no others.
 */
public final class OwnThread {
    private OwnThread() {}

    /**
     * Starts.
     *
     * @param work what is done
     * @return its end
     */
    public static CompletableFuture<Void> run(Runnable work) {
        return CompletableFuture.runAsync(work, OwnThread::start);
    }

    /**
     * Starts.
     *
     * @param work what is done
     * @return its result
     */
    public static <T> CompletableFuture<T> supply(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, OwnThread::start);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "beside-the-test");
        thread.setDaemon(true);
        thread.start();
    }
}
